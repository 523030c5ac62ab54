"""The properties of a document, twice: for people's readers and for archives (XMP).

Basis: ISO 19005-3, 6.6; ISO 14289-1, 5. The standard's own schema for the second is named, for
an archive that knows only the first.
"""

import datetime as dt
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from archive.press.about import About
from archive.press.failed import PressFailed
from archive.press.installed import folder

PRODUCER = "Suyuan"
PROFILE = "sRGB2014.icc"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Description rdf:about="">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>{dates}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that is met</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(pdf: Pdf, about: About, title: str) -> None:
    """Write what a document is. Every moment is given: no clock is read."""
    pdf.Root.Lang = String(about.language)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.OutputIntents = Array([_colours(pdf)])
    pdf.Root.Metadata = Stream(pdf, _xmp(about, title), Type=Name.Metadata, Subtype=Name.XML)
    told = {"/Title": title, "/Author": about.author, "/Subject": about.subject}
    if about.created:
        moment = f"D:{about.created.astimezone(dt.UTC):%Y%m%d%H%M%S}Z"
        told |= {"/CreationDate": moment, "/ModDate": moment}
    for name, value in {**told, "/Producer": PRODUCER}.items():
        pdf.docinfo[Name(name)] = String(value)


def _xmp(about: About, title: str) -> bytes:
    dates = ""
    if about.created:
        moment = f"{about.created.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        dates = (
            f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>"
        )
    return XMP.format(
        title=escape(title),
        author=escape(about.author),
        subject=escape(about.subject),
        language=escape(about.language),
        producer=PRODUCER,
        dates=dates,
    ).encode()


def _colours(pdf: Pdf) -> Dictionary:
    """Return which colours are meant: those of sRGB, by the profile that the printer brings."""
    printer = folder("weasyprint")
    if printer is None:
        raise PressFailed("weasyprint is not installed")
    profile = Stream(pdf, (printer / "pdf" / PROFILE).read_bytes(), N=3)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB2014"),
        Info=String("sRGB2014"),
        DestOutputProfile=profile,
    )
