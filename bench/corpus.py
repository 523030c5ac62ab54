"""Invented dossiers by the thousand, straight into the index: as long as real ones, as repetitive.

Formula words of officials stand in nearly every text, the others are drawn by Zipf's law; the
keys run in the order of the dates. No dossier, case or record stands behind a row.
"""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from archive.models import SearchRow
from archive.search import facets, row
from archive.search.tokens import VERSION, number_key
from decisions.basis import Basis

FORMULAS = (
    "行政机关", "合法性审查", "重大行政决策", "公开征求意见", "风险评估报告", "专家论证意见", "集体讨论决定",
    "听证会", "社会稳定", "承办单位", "法律顾问", "常务会议", "决策草案", "起草说明", "部门意见", "采纳情况",
    "人民政府", "印发执行", "督促检查", "决策后评估", "政府公报", "实施方案", "工作安排", "经费保障", "依法行政",
    "权利义务", "公平竞争", "档案移交", "责任追究", "程序规定", "研究处理", "修改完善", "原则通过", "同意上报",
    "征求意见", "组织实施", "监督管理", "公共服务", "财政预算", "基础设施", "环境保护", "城市规划", "教育卫生",
)  # fmt: skip
"""Phrases as officials write them."""
WORDS, CHARACTERS = 30_000, 2_600
YEARS = range(2016, 2027)
UNITS, PERSONS, DEVIATIONS = 60, 3_000, 12
ORGANS = (1, 2, 3, 4)
MANY = (85, 5, 5, 5)
"""Of a hundred dossiers, how many each organ has."""
STEPS = ("initiation", "research", "public_input", "experts", "risk", "legality", "deliberation")


class Corpus:
    """So many dossiers, the same ones every time."""

    def __init__(self, size: int) -> None:
        """Make up the words."""
        self.size, self.random = size, random.Random(713)
        letters = [chr(0x4E00 + n) for n in self.random.sample(range(20_000), CHARACTERS)]
        pairs = ("".join(self.random.sample(letters, 2)) for _word in range(WORDS))
        self.words = list(dict.fromkeys(pairs))
        self.by_zipf = list(accumulate(1 / (n + 2.7) for n in range(len(self.words))))
        self.formulas = list(accumulate(1 / (n + 6) for n in range(len(FORMULAS))))
        self.persons = list(accumulate(1 / (n + 9) for n in range(PERSONS)))
        self.frequency: Counter[str] = Counter()
        """In how many of one in fifty dossiers a word stands."""
        self.looked_at = 0

    def rows(self) -> Iterator[SearchRow]:
        """Yield the rows of the index, the oldest first."""
        for key in range(1, self.size + 1):
            yield self._row(key)

    def _row(self, key: int) -> SearchRow:
        organ = self.random.choices(ORGANS, MANY)[0]
        year = YEARS[(key - 1) * len(YEARS) // self.size]
        body, words = self._body()
        if key % 50 == 0:
            self.frequency.update(set(words))
            self.looked_at += 1
        title = f"{self.random.choice(words)}{self.random.choice(FORMULAS)}{words[0]}办法"
        number = f"海府〔{year}〕{key}号"
        code = f"000{organ}-WS·{year}-Y-{key:07}"
        text = row.text(title, f"{number} {code}", "陈海宁 决策协调岗 区政府办公室", body)
        return SearchRow(
            dossier_id=key, version=VERSION, organ_id=organ, year=year, title=title,
            case_number=f"HZ-{year}-{key}", case_key=number_key(f"HZ-{year}-{key}"),
            document_number=number, document_key=number_key(number), archival_code=code,
            archival_key=number_key(code), unit=f"第{key % UNITS}局",
            issued_on=dt.date(year, 1 + key % 12, 1),
            sealed_at=dt.datetime(year, 1 + key % 12, 1, tzinfo=dt.UTC),
            digest=f"sha256:{key:064x}", facets=facets.joined(self._facets(organ, year)), text=text,
        )  # fmt: skip

    def _body(self) -> tuple[str, list[str]]:
        length = self.random.triangular(400, 1500, 400) * 0.86
        words = self.random.choices(self.words, cum_weights=self.by_zipf, k=int(length / 5.6))
        said = self.random.choices(FORMULAS, cum_weights=self.formulas, k=int(length / 9.2))
        mixed = [*words, *said]
        self.random.shuffle(mixed)
        marks = self.random.choices(("", "", "，", "。", "、"), k=len(mixed))
        return "".join(map("".join, zip(mixed, marks, strict=True))), words

    def _facets(self, organ: int, year: int) -> Iterator[str]:
        chance = self.random
        yield from (facets.organ(organ), facets.year(year), facets.procedure("major"))
        yield facets.unit(int(chance.expovariate(0.08)) % UNITS)
        for person in chance.choices(range(PERSONS), cum_weights=self.persons, k=8):
            yield from (facets.person(person), facets.post(person // 3), facets.tenure(person))
        yield from map(facets.step, chance.sample(STEPS, 5))
        yield from (facets.article(Basis("713", n)) for n in chance.sample(range(1, 44), 20))
        if chance.random() < 0.3:
            yield facets.refused_on(Basis("713", chance.randrange(1, 44)))
        yield facets.deviation(int(chance.expovariate(0.4)) % DEVIATIONS)
