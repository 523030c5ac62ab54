"""Sections of a made-up case of any length, for measuring the press. All of it is invented."""

import random
from collections.abc import Iterator

from archive.press.section import Section, Style

ROWS = 150
"""Opinions in a section, as in a dossier."""
SYLLABLES = [chr(code) for code in range(0x4E00, 0x9FA5, 9)]
PHRASES = [
    "本草案关于分时段限行的规定应当写明起止时间",
    "建议承办单位公布测算依据并说明对沿线居民出行的影响",
    "风险评估报告认为社会稳定风险可控",
    "经集体讨论同意该方案",
    "对第三条的修改意见予以采纳",
    "依照重大行政决策程序暂行条例第二十六条办理",
    "专家论证意见认为数据来源可靠、方法适当",
    "合法性审查未发现超越法定权限的内容",
]


def sections(opinions: int, papers: int) -> tuple[Section, ...]:
    """Return a case with so many opinions and papers: cover, list, papers, opinions."""
    body = [*_papers(papers), *_opinions(opinions)]
    return (_cover(), _list(body), *body)


def _words(of: str) -> random.Random:
    """Return chance for one section: the same every time, whatever stands before it."""
    return random.Random(of)  # nothing is kept secret by it


def _cover() -> Section:
    html = (
        '<h1 class="head">海东区行政决策卷宗</h1><p class="text">关于分时段限行的决定</p>'
        '<p>共<a class="page" href="#end">页</a>页</p>'
    )
    return Section("cover", html, Style.COVER, late=True)


def _list(body: list[Section]) -> Section:
    rows = "".join(
        f'<tr><th scope="row">{n}</th><td>{one.name}</td>'
        f'<td><a class="page" href="#{one.name}"></a></td></tr>'
        for n, one in enumerate(body, 1)
    )
    html = (
        '<h2 class="head">卷内目录</h2><table class="items"><colgroup><col class="i1"><col>'
        '<col class="i6"></colgroup><thead><tr><th scope="col">序号</th><th scope="col">题名</th>'
        f'<th scope="col">页号</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    return Section("list", html, late=True)


def _papers(count: int) -> Iterator[Section]:
    """Yield papers of about three pages each."""
    for number in range(1, count + 1):
        words = _words(f"paper-{number}")
        facts = "".join(
            f'<tr><th scope="row">{_word(words, 4)}</th><td>{_word(words, 9)}</td>'
            f'<th scope="row">{_word(words, 4)}</th><td>{_word(words, 12)}</td></tr>'
            for _ in range(6)
        )
        texts = "".join(f'<p class="text">{_sentence(words, 5)}</p>' for _ in range(22))
        yield Section(
            f"paper-{number}",
            f'<h2 class="head" id="paper-{number}">第{number}件 {_word(words, 8)}</h2>'
            '<table class="face"><colgroup><col class="field"><col><col class="field"><col>'
            f"</colgroup><tbody>{facts}</tbody></table><h3>正文</h3>{texts}"
            f'<p class="sign"><a href="#list-{number}" id="list-{number}">经办人</a></p>',
        )


def _opinions(count: int) -> Iterator[Section]:
    for first in range(0, count, ROWS):
        number = first // ROWS + 1
        words = _words(f"opinions-{number}")
        rows = "".join(
            _opinion(serial, words) for serial in range(first + 1, min(first + ROWS, count) + 1)
        )
        end = '<p id="end" class="meta">完</p>' if first + ROWS >= count else ""
        yield Section(
            f"opinions-{number}",
            f'<h2 class="head" id="opinions-{number}">公众意见（{number}）</h2><table class="grid">'
            '<colgroup><col class="w-serial"><col class="w-from"><col><col class="w-answer">'
            '</colgroup><thead><tr><th scope="col">序号</th><th scope="col">来自</th>'
            '<th scope="col">意见</th><th scope="col">处理结果和理由</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>{end}",
        )


def _opinion(serial: int, words: random.Random) -> str:
    return (
        f'<tr><th scope="row">{serial}</th><td>{_word(words, 3)}<br><span class="meta">网上　赞成'
        f"<br>20260{words.randint(101, 930)}<br>第{serial + 40}条</span></td>"
        f"<td><p>{_sentence(words, 2)}</p></td><td><p><b>采纳</b></p>"
        f"<p>{_sentence(words, 1)}</p></td></tr>"
    )


def _sentence(words: random.Random, clauses: int) -> str:
    said = [words.choice(PHRASES) + _word(words, words.randint(2, 9)) for _ in range(clauses)]
    return "，".join(said) + "。"


def _word(words: random.Random, length: int) -> str:
    return "".join(words.choices(SYLLABLES, k=length))
