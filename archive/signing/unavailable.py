"""Why nothing can be sealed just now: nothing was changed, and it can be tried again later."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Unavailable(Exception):  # noqa: N818  # the sentence reads: the signer is unavailable
    """Something outside the case is missing. `sentence` tells the reader what, and what to do."""

    sentence: str | Promise = ""

    def __init__(self, cause: str = "") -> None:
        """Keep the technical cause, which only the log shows."""
        super().__init__(cause)
        self.cause = cause

    def __str__(self) -> str:
        """Return the sentence in the reader's language."""
        return str(self.sentence)


class TimestampUnavailable(Unavailable):
    """The timestamp authority is dead, slow, or answers what cannot be trusted."""

    sentence = _(
        "时间戳服务没有给出可信的时间戳，卷宗没有封存。稍后会再试；不会在没有时间戳时封存。"
    )


class SignerUnavailable(Unavailable):
    """The signing key cannot be read, its token is not there, or its certificate has ended."""

    sentence = _("签章密钥或者证书不能使用，卷宗没有封存。请管理员检查签章设置后再封存。")


class NoSpace(Unavailable):
    """The disk is full."""

    sentence = _("磁盘已满，卷宗没有封存，也没有留下不完整的文件。请管理员腾出空间后再封存。")
