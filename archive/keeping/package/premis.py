"""What happened to a dossier and its files, for a repository. Basis: PREMIS 3.0."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from archive.keeping.package.descriptive import xml
from archive.keeping.package.part import Fixity, Part

SPACE = "http://www.loc.gov/premis/v3"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
NAMES = {None: SPACE, "xsi": "http://www.w3.org/2001/XMLSchema-instance"}
LOCAL = "local"


@dataclass(frozen=True)
class Event:
    """One thing that was done: to the dossier, by whom, with what outcome."""

    id: str
    kind: str
    at: str
    detail: str
    outcome: str
    agent: str


@dataclass(frozen=True)
class Agent:
    """Who did it: a person in a post, or the software."""

    id: str
    name: str
    kind: str


def premis(
    parts: Sequence[Part],
    written: Mapping[str, Fixity],
    events: Iterable[Event],
    agents: Iterable[Agent],
) -> bytes:
    """Return the document: objects, events, agents."""
    root = etree.Element(_q("premis"), nsmap=NAMES, version="3.0")
    for part in parts:
        _object(root, part, written[part.path])
    for event in events:
        _event(root, event)
    for agent in agents:
        _agent(root, agent)
    return xml(root)


def _q(name: str) -> str:
    return f"{{{SPACE}}}{name}"


def _add(node: "etree._Element", name: str, text: str | None = None) -> "etree._Element":
    made = etree.SubElement(node, _q(name))
    made.text = text
    return made


def _identifier(node: "etree._Element", prefix: str, value: str) -> None:
    made = _add(node, f"{prefix}Identifier")
    _add(made, f"{prefix}IdentifierType", LOCAL)
    _add(made, f"{prefix}IdentifierValue", value)


def _object(root: "etree._Element", part: Part, fixity: Fixity) -> None:
    node = _add(root, "object")
    node.set(TYPE, "file")
    _identifier(node, "object", part.path)
    made = _add(node, "objectCharacteristics")
    for algorithm, value in (("SHA-256", fixity.sha256), ("SM3", fixity.sm3)):
        one = _add(made, "fixity")
        _add(one, "messageDigestAlgorithm", algorithm)
        _add(one, "messageDigest", value)
    _add(made, "size", str(fixity.size))
    designation = _add(_add(made, "format"), "formatDesignation")
    _add(designation, "formatName", part.media_type)
    if part.original_name:
        _add(node, "originalName", part.original_name)


def _event(root: "etree._Element", event: Event) -> None:
    node = _add(root, "event")
    _identifier(node, "event", event.id)
    _add(node, "eventType", event.kind)
    _add(node, "eventDateTime", event.at)
    _add(_add(node, "eventDetailInformation"), "eventDetail", event.detail)
    outcome = _add(node, "eventOutcomeInformation")
    _add(outcome, "eventOutcome", event.outcome)
    _identifier(node, "linkingAgent", event.agent)


def _agent(root: "etree._Element", agent: Agent) -> None:
    node = _add(root, "agent")
    _identifier(node, "agent", agent.id)
    _add(node, "agentName", agent.name)
    _add(node, "agentType", agent.kind)
