"""Why nothing can be sealed just now. Nothing was changed, and it is tried again later."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from decisions.later import TryLater


class Unavailable(TryLater):
    """Something outside the case is missing; a dossier is never sealed without it."""

    sentence: str | Promise = ""

    def __init__(self, cause: str) -> None:
        """Keep the technical cause, for the log."""
        super().__init__(cause)
        self.cause = cause

    def __str__(self) -> str:
        """Return what is missing, in the reader's language."""
        return str(self.sentence)


class TimestampUnavailable(Unavailable):
    """The timestamp authority is dead, slow, or answers what cannot be trusted."""

    sentence = _("时间戳服务没有给出可信的时间戳")


class SignerUnavailable(Unavailable):
    """The key cannot be read, its device is not there, or its certificate is not trusted."""

    sentence = _("签章密钥或者证书不能使用，请管理员检查")


class Expired(Unavailable):
    """The last timestamp's certificate has ended: a new one would prove nothing of the past."""

    sentence = _("时间戳证书已经到期，不能再续")
