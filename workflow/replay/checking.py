"""A document held against a JSON Schema: what is wrong, said in words, each with its line."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from jsonschema import Draft202012Validator, ValidationError

from workflow.replay.document import Document
from workflow.replay.unreadable import Place, Problem

KINDS = {
    "object": gettext_lazy("对象"),
    "array": gettext_lazy("数组"),
    "string": gettext_lazy("文字"),
    "integer": gettext_lazy("整数"),
    "number": gettext_lazy("数"),
    "boolean": gettext_lazy("true或false"),
}
Sentence = Callable[[ValidationError], str]


def problems(schema: dict[str, Any], found: Document, at: Place = ()) -> Iterator[Problem]:
    """Yield all that is wrong with what stands at `at` in a document, each thing once."""
    value = found.value
    for name in at:
        value = value[name]
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    said = (
        problem
        for error in validator.iter_errors(value)
        for problem in _said(error, found, (*at, *error.absolute_path))
    )
    yield from dict.fromkeys(said)


def _said(error: ValidationError, found: Document, place: Place) -> Iterator[Problem]:
    keyword = str(error.validator)
    if keyword == "additionalProperties":
        known, given = cast(Any, error.schema)["properties"], cast(Any, error.instance)
        for name in set(given) - set(known):
            reason = _("没有“%(name)s”这一项。") % {"name": name}
            yield Problem(found.line((*place, name)), reason)
    elif keyword in ABOUT_PARTS:
        yield Problem(found.line(place), ABOUT_PARTS[keyword](error))
    else:
        said = SENTENCES[keyword](error) if keyword in SENTENCES else error.message
        reason = _("“%(name)s”%(said)s") % {"name": _last(place), "said": said}
        yield Problem(found.line(place), reason)


def _last(place: Place) -> str:
    """Return the name of what stands at a place, of a numbered one the list's: `acts[3]`."""
    if not place:
        return _("文件")
    last = place[-1]
    return last if isinstance(last, str) else f"{_last(place[:-1])}[{last + 1}]"


def _missing(error: ValidationError) -> str:
    wanted, given = cast(Any, error.validator_value), cast(Any, error.instance)
    if isinstance(wanted, dict):
        wanted = [name for have, names in wanted.items() if have in given for name in names]
    missing = [name for name in wanted if name not in given]
    return _("缺“%(names)s”。") % {"names": _("”、“").join(missing)}


def _kind(error: ValidationError) -> str:
    kinds: Any = error.validator_value
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return _("应当是%(kinds)s。") % {"kinds": _("或者").join(str(KINDS[kind]) for kind in kinds)}


def _one_of(error: ValidationError) -> str:
    values: Any = error.validator_value
    found = [value["const"] if isinstance(value, dict) else value for value in values]
    return _("只能是%(values)s。") % {"values": _("、").join(map(str, found))}


def _bounded(sentence: Any) -> Sentence:
    return lambda error: str(sentence) % {"n": error.validator_value}


ABOUT_PARTS: dict[str, Sentence] = {"required": _missing, "dependentRequired": _missing}
SENTENCES: dict[str, Sentence] = {
    "type": _kind,
    "enum": _one_of,
    "oneOf": _one_of,
    "const": _bounded(gettext_lazy("应当是%(n)s。")),
    "minimum": _bounded(gettext_lazy("不能小于%(n)d。")),
    "maximum": _bounded(gettext_lazy("不能大于%(n)d。")),
    "minLength": _bounded(gettext_lazy("不能是空的。")),
    "maxLength": _bounded(gettext_lazy("不能超过%(n)d个字。")),
    "minItems": _bounded(gettext_lazy("至少有%(n)d项。")),
    "maxItems": _bounded(gettext_lazy("至多有%(n)d项。")),
    "uniqueItems": _bounded(gettext_lazy("有重复的项。")),
    "pattern": _bounded(gettext_lazy("的写法不对。")),
    "format": _bounded(gettext_lazy("的写法不对。")),
}
"""What each keyword of the schema asks for, in words."""
