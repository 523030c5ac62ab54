"""A small document for the tests of the press. All of it is invented."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from archive.press.about import About, Bound
from archive.press.bind import bind
from archive.press.section import Section, Style

ABOUT = About(
    title="卷宗：关于陈𠮷路限行的决定",
    author="海东区人民政府",
    subject="关于陈𠮷路限行的决定",
    archival_code="0001-WS·2026-Y-ZFB-0001",
    created=dt.datetime(2026, 11, 25, 8, 0, tzinfo=dt.UTC),
)
CSS = """
@page { @top-right { content: string(running, start); font: 9pt "Noto Serif CJK SC"; } }
@page cover { @top-right { content: none; } }
@page document { @top-right { content: none; } }
[data-running] { string-set: running attr(data-running); }
html { font: 11pt/1.7 "Noto Serif CJK SC", "HanaMinA", "HanaMinB"; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
td, th { border-bottom: .2mm solid; text-align: left; }
h3 { font-family: "Noto Sans CJK SC", "HanaMinA", "HanaMinB"; }
a { color: inherit; text-decoration: none; }
"""
PAPERS = 3
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><title>一个方框</title>'
    '<rect x="1" y="1" width="70" height="18" fill="none" stroke="#a62b1d"/></svg>'
)


def cover() -> Section:
    html = (
        '<h1 id="cover">关于陈𠮷路限行的决定</h1><p>末页是第<a class="page" href="#end"></a>页</p>'
    )
    return Section("cover", html, Style.COVER, late=True)


def items(papers: int = PAPERS, rows: int = 0) -> Section:
    """Return the item list; with `rows` it is longer than it needs to be."""
    lines = "".join(
        f'<tr><th scope="row">{n}</th><td>第{n}件</td>'
        f'<td><a class="page" href="#paper-{n}"></a></td></tr>'
        for n in range(1, papers + 1)
    )
    filler = "<tr><th scope='row'>—</th><td>没有</td><td></td></tr>" * rows
    html = (
        '<section><h2 id="items" data-running="卷内目录">卷内目录</h2><table><colgroup>'
        '<col style="width: 20mm"><col><col style="width: 20mm"></colgroup><thead><tr>'
        '<th scope="col">序号</th><th scope="col">题名</th><th scope="col">页号</th></tr></thead>'
        f"<tbody>{lines}{filler}</tbody></table></section>"
    )
    return Section("items", html, late=True)


def paper(number: int) -> Section:
    text = "".join(f"<p>第{number}件第{line}段，<b>依照</b>条例办理。</p>" for line in range(60))
    html = (
        f'<section data-running="第{number}件"><h2 id="paper-{number}">第{number}件</h2>'
        f'<ul><li>见<a href="#items">卷内目录</a></li></ul><h3>正文</h3>{text}{PICTURE}</section>'
    )
    return Section(f"paper-{number}", html)


def issued() -> Section:
    html = (
        '<section><h2 id="issued">海东区人民政府文件</h2><p>各单位：</p>'
        '<p id="end">现将决定印发给你们。</p></section>'
    )
    return Section("issued", html, Style.DOCUMENT)


def sections(papers: int = PAPERS) -> list[Section]:
    return [cover(), items(papers), *(paper(n) for n in range(1, papers + 1)), issued()]


def pressed(folder: Path, given: list[Section] | None = None, **how: object) -> Bound:
    """Bind a document into a folder."""
    folder.mkdir(exist_ok=True)
    return bind(given or sections(), ABOUT, folder, css=CSS, **how)  # type: ignore[arg-type]  # passed on


def instead(given: list[Section], name: str, html: str) -> list[Section]:
    """Return the sections with other HTML in one of them."""
    return [replace(one, html=html) if one.name == name else one for one in given]
