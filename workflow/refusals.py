"""Why the door did not open: one class a reason, each with what the person can do about it."""

from collections.abc import Sequence
from http import HTTPStatus

from django.utils.translation import gettext as _

from decisions.facts import Facts
from decisions.requirements import Requirement


class Refused(Exception):  # noqa: N818  # it is an answer of the law, not an error
    """The act was not done, nothing was changed, and the attempt is on record."""

    status = HTTPStatus.CONFLICT
    ids: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """What to tell the person, in the person's language."""
        return [str(self)]


class NotInPost(Refused):
    """The actor does not hold the post that the act asks for."""

    status = HTTPStatus.FORBIDDEN
    ids = ("door.post",)

    def __str__(self) -> str:
        return _("您现在的岗位不能办理这件事。")


class WrongState(Refused):
    """The case is not, or no longer, where the act can be done."""

    ids = ("door.state",)

    def __init__(self, act: object, state: object) -> None:
        """Keep what was tried, and where the case stands."""
        super().__init__(act, state)
        self.act, self.state = act, state

    def __str__(self) -> str:
        return _("事项现在是“%(state)s”，不能办理“%(act)s”。可能刚有人办过。") % {
            "state": self.state,
            "act": self.act,
        }


class Repeated(Refused):
    """The same form was already handed in."""

    ids = ("door.once",)

    def __str__(self) -> str:
        return _("这张表已经提交过，没有再次记录。")


class OutOfOrder(Refused):
    """The act's moment lies before the last act of the case, or in the future."""

    ids = ("door.order",)

    def __str__(self) -> str:
        return _("办理时间早于上一项记录，或者晚于现在。")


class Outdated(Refused):
    """Another version of the draft has come before the case since the actor read it."""

    ids = ("door.draft",)

    def __init__(self, version: int) -> None:
        """Keep the version that is before the case now."""
        super().__init__(version)
        self.version = version

    def __str__(self) -> str:
        return _("这一页打开以后，草案已经更新为第%(n)d版。看过新版再提交。") % {"n": self.version}


class Unmet(Refused):
    """Something that the law requires is missing; all of it is named at once."""

    def __init__(self, requirements: Sequence[Requirement], facts: Facts) -> None:
        """Keep every unmet requirement, and the facts that show it."""
        super().__init__(*(requirement.id for requirement in requirements))
        self.requirements, self.facts = requirements, facts
        self.ids = tuple(requirement.id for requirement in requirements)

    def __str__(self) -> str:
        return _("还缺%(n)d项。") % {"n": len(self.requirements)}

    @property
    def sentences(self) -> list[str]:
        """What is missing, each with its basis."""
        return [
            _("%(lack)s（%(bases)s）")
            % {"lack": r.lack_in(self.facts), "bases": _("；").join(map(str, r.basis))}
            for r in self.requirements
        ]
