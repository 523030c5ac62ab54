"""Which layer's value counts, and why: the local over the general one where it may."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from decisions.statutes import places
from decisions.statutes.parameters import Parameter, Stricter
from decisions.statutes.profile import Profile, Value


class Verdict(TextChoices):
    """What becomes of a layer's value."""

    ALONE = "alone", _("采用：上级没有规定")
    STRICTER = "stricter", _("采用：比上级严格")
    LET = "let", _("采用：依法可以另行规定")
    FALLBACK = "fallback", _("采用：各级都没有规定，用缺省值")
    SAME = "same", _("与上级相同，按上级")
    LAXER = "laxer", _("不适用：比上级宽")
    UNCERTAIN = "uncertain", _("不适用：算法不同，不能断定比上级严格")
    OVERRIDDEN = "overridden", _("下级另有规定，按下级")
    YIELDED = "yielded", _("已有规定，不用缺省值")
    NULL = "null", _("未查到，按上一层")
    UNSET = "unset", _("没有规定")


COUNTING = (Verdict.ALONE, Verdict.STRICTER, Verdict.LET, Verdict.FALLBACK)


@dataclass(frozen=True)
class Entry:
    """What one layer has for a parameter, under which rule, and what becomes of it."""

    place: str
    verdict: Verdict
    profile: Profile | None = None
    value: Value | None = None
    remark: str = ""

    @property
    def level(self) -> str:
        """The layer's name: 国家, 省级, 市级, 区级."""
        return places.level(self.place)

    @property
    def counts(self) -> bool:
        """Say whether its value is the one that holds."""
        return self.verdict in COUNTING


@dataclass(frozen=True)
class Trail:
    """The way to the value that counts, from the default down to the place itself."""

    parameter: Parameter
    entries: tuple[Entry, ...]

    @property
    def counting(self) -> Entry | None:
        """The entry whose value holds, None where no layer has one."""
        return next((entry for entry in self.entries if entry.counts), None)

    @property
    def told(self) -> list[Entry]:
        """The entries of layers that have a rule on it."""
        return [entry for entry in self.entries if entry.profile]

    @property
    def silent(self) -> list[str]:
        """The layers without any."""
        return [entry.level for entry in self.entries if not entry.profile]


def resolve(parameter: Parameter, place: str, in_force: Sequence[Profile]) -> Trail:
    """Return what every layer over `place` has for a parameter, and which of it counts."""
    entries: list[Entry] = []
    for layer in places.layers(place):
        own = [profile for profile in in_force if profile.place == layer]
        for entry in _said(parameter, layer, own):
            judged = _judged(entry, entries)
            if judged.counts:
                entries = [_put_aside(earlier) for earlier in entries]
            entries.append(judged)
    return Trail(parameter, tuple(entries))


def _said(parameter: Parameter, layer: str, own: Sequence[Profile]) -> Iterator[Entry]:
    """Yield what the rules of a layer have for a parameter; a value still as if it stood alone."""
    name, silent = parameter.name, True
    for profile in own:
        if value := profile.values.get(name):
            yield Entry(layer, Verdict.ALONE, profile, value, value.remark)
        elif name in profile.nulls:
            yield Entry(layer, Verdict.NULL, profile, remark=profile.nulls[name])
        silent = silent and not profile.speaks_of(name)
    if silent:
        yield Entry(layer, Verdict.UNSET)


def _judged(entry: Entry, earlier: Sequence[Entry]) -> Entry:
    """Judge a layer's value against the one that has counted so far."""
    if entry.value is None:
        return entry
    if entry.place == places.DEFAULT:
        return replace(entry, verdict=Verdict.FALLBACK)
    standing = [one.value for one in earlier if one.counts and one.place != places.DEFAULT]
    general = standing[0] if standing else None
    return replace(entry, verdict=verdict(entry.value, general))


def _put_aside(entry: Entry) -> Entry:
    """Let an entry give way to one of a layer further down."""
    if not entry.counts:
        return entry
    is_default = entry.place == places.DEFAULT
    return replace(entry, verdict=Verdict.YIELDED if is_default else Verdict.OVERRIDDEN)


def verdict(local: Value, general: Value | None) -> Verdict:
    """Judge a local value against the general one; the default binds nobody."""
    if general is None:
        return Verdict.ALONE
    if local.amount == general.amount:
        return Verdict.SAME
    if surely_as_strict(local, general):
        return Verdict.STRICTER
    if local.parameter.may_relax:
        return Verdict.LET
    return Verdict.LAXER if surely_as_strict(general, local) else Verdict.UNCERTAIN


def surely_as_strict(one: Value, other: Value) -> bool:
    """Say whether `one` asks for no less than `other`, wherever the holidays fall."""
    higher = one.parameter.stricter is Stricter.HIGHER
    first, second = (one, other) if higher else (other, one)
    if one.parameter.is_period:
        return first.length.surely_lasts(second.length)
    return first.number >= second.number
