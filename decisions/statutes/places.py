"""Where a rule holds: a path from the nation down, `cn/guangdong/guangzhou/haizhu`."""

import re
from itertools import accumulate

from django.utils.translation import gettext_lazy as _

FORM = re.compile(r"cn(/[a-z][a-z0-9-]*){0,4}")
DEFAULT = ""
"""The place of the values that count where no rule has one."""
LEVELS = (_("缺省"), _("国家"), _("省级"), _("市级"), _("区级"), _("街镇"))
MUNICIPALITIES = frozenset({"beijing", "chongqing", "shanghai", "tianjin"})
"""Their districts stand right below them."""


def well_formed(place: str) -> bool:
    """Say whether `place` is written as a place is: in lower case, from `cn` down."""
    return FORM.fullmatch(place) is not None


def layers(place: str) -> list[str]:
    """Return the layers over a place, the default first, the place itself last."""
    return [DEFAULT, *accumulate(place.split("/"), "{}/{}".format)] if place else [DEFAULT]


def within(place: str, wider: str) -> bool:
    """Say whether `place` lies in `wider`, or is it; every place lies in the default's."""
    return f"{place}/".startswith(f"{wider}/") if wider else True


def level(place: str) -> str:
    """Return what the layer of a place is called: 国家, 省级, 市级, 区级."""
    parts = place.split("/") if place else []
    below = len(parts) > 2 and parts[1] in MUNICIPALITIES
    return str(LEVELS[min(len(parts) + below, len(LEVELS) - 1)])
