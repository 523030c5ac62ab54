"""What the reference form says of the dossier as a whole. Basis: GB/T 9705-2008."""

from collections.abc import Iterator

from archive.dossier.holdings import Holdings
from archive.dossier.values import size


def situation(held: Holdings) -> Iterator[str]:
    """Yield one sentence a matter: what is there, what is not, what is special."""
    absent = [one.of.code for one in held.absent]
    yield f"本卷{len(held.headings)}件，分{len(held.classes)}类。" + (
        f"没有文件的{len(absent)}类：{'、'.join(absent)}，原因逐类写在卷内目录。" if absent else ""
    )
    yield _attached(held)
    yield from _opinions(held)
    titles = [one.title.rstrip("。") for one in held.cover.special]
    yield (
        f"特别情形{len(titles)}项：{'；'.join(titles)}。详见封面。" if titles else "没有特别情形。"
    )
    if held.seal:
        yield "封存前核对：台账前后相连，各份材料能够打开，摘要和提交时相符，没有缺损。"


def _attached(held: Holdings) -> str:
    total = sum(file.item.blob.size for file in held.evidence)
    files = f"附材料{len(held.evidence)}份（{size(total)}）" if held.evidence else "没有附材料"
    refused = f"其中未获准的办理{len(held.refused)}次" if held.refused else "没有未获准的办理"
    return f"{files}。台账{len(held.ledger)}条，{refused}。"


def _opinions(held: Holdings) -> Iterator[str]:
    for paper in held.papers:
        if paper.opinions:
            told = "，".join(f"{one.label}{one.number}条" for one in paper.opinions.dispositions)
            yield f"公众意见{paper.opinions.total}条：{told}。"
