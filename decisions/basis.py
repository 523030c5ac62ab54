"""Where a rule comes from: an article of the Regulation, an item of the district's plan."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# 条例 alone means State Council Order 713; 区规划 is the plan issued as 海府〔2016〕18号.
_CITATIONS = {
    "713": _("条例第%(n)s条"),
    "plan": _("区规划第%(n)s项"),
    "783": _("公平竞争审查条例第%(n)s条"),
    "archives": _("档案法第%(n)s条"),
    "archives_rules": _("档案法实施条例第%(n)s条"),
    "disclosure": _("政府信息公开条例第%(n)s条"),
    "civil": _("民法典第%(n)s条"),
    "civil_2017": _("民法总则第%(n)s条"),
    "civil_1987": _("民法通则第%(n)s条"),
    "meeting_rules": _("区政府工作规则"),
}
GENERAL_PROVISIONS, CIVIL_CODE = dt.date(2017, 10, 1), dt.date(2021, 1, 1)
_DIGITS = "零一二三四五六七八九"


def chinese_number(n: int) -> str:
    """Return `n`, 1 to 999, as it is written in an article's name: 二十四, 二百零一."""
    hundreds, rest = divmod(n, 100)
    if hundreds:
        tail = f"{'零' if rest < 10 else '一' if rest < 20 else ''}{chinese_number(rest)}"
        return f"{_DIGITS[hundreds]}百{tail if rest else ''}"
    tens, ones = divmod(n, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True)
class Basis:
    """One article of one rule; `str()` cites it in the reader's language."""

    source: str
    article: int = 0

    def __str__(self) -> str:
        """Return the citation: 条例第二十四条."""
        arabic = get_language() == "en" or self.source == "plan"
        number = str(self.article) if arabic else chinese_number(self.article)
        return str(_CITATIONS[self.source]) % {"n": number}


def regulation(article: int) -> Basis:
    """Cite an article of State Council Order 713."""
    return Basis("713", article)


def civil_law(article: int, day: dt.date) -> Basis:
    """Cite the civil law of a day, which says how periods are counted.

    The articles of the Civil Code have the numbers that they had in the General Provisions
    before it; until then one article said it all.
    """
    if day >= CIVIL_CODE:
        return Basis("civil", article)
    return Basis("civil_2017", article) if day >= GENERAL_PROVISIONS else Basis("civil_1987", 154)


def plan(item: int) -> Basis:
    """Cite an item of the district's plan of 2016."""
    return Basis("plan", item)
