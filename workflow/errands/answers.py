"""What became of an errand, by what came out of the door: a state, and words for the person."""

import errno
import logging
from functools import singledispatch
from typing import NamedTuple

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from archive.press.failed import PressFailed
from decisions.later import TryLater
from workflow.intake import Invalid
from workflow.models import Errand
from workflow.panels.sheet import Sheet
from workflow.refusals import Refused

logger = logging.getLogger(__name__)
LONGEST = 200
"""Characters of a technical cause that are shown."""
FULL = (errno.ENOSPC, errno.EDQUOT)


class Answer(NamedTuple):
    """A state, and what to tell whoever handed it in."""

    state: str
    said: list[str]


@singledispatch
def answer(fault: BaseException) -> Answer:
    """Return what an exception means; what nobody foresaw is in the log, with its traceback."""
    logger.error("An errand failed", exc_info=fault)
    return Answer(
        Errand.State.FAILED, [_("程序出错，已经记入日志。请把提交时间告诉管理员，处理后再试。")]
    )


@answer.register
def _refused(fault: Refused) -> Answer:
    return Answer(Errand.State.REFUSED, fault.sentences)


@answer.register
def _invalid(fault: Invalid) -> Answer:
    fault.intake.is_valid()
    faults = Sheet(fault.intake, checked=True).faults()
    said = [_("：").join(filter(None, (one.label, one.sentence))) for one in faults]
    return Answer(Errand.State.REFUSED, said)


@answer.register
def _later(fault: TryLater) -> Answer:
    return Answer(Errand.State.LATER, [str(fault)])


@answer.register(OperationalError)
@answer.register(InterfaceError)
def _database(fault: Exception) -> Answer:
    logger.error("The database failed an errand", exc_info=fault)
    return Answer(Errand.State.LATER, [_("数据库没有应答")])


@answer.register
def _memory(fault: MemoryError) -> Answer:
    logger.error("An errand asked for too much memory", exc_info=fault)
    limit = {"limit": settings.WORKER_MEMORY_MB}
    said = _("内存不够：办理程序最多用%(limit)dMB。请管理员调高WORKER_MEMORY_MB后再试。")
    return Answer(Errand.State.FAILED, [said % limit])


@answer.register
def _press(fault: PressFailed) -> Answer:
    logger.error("The press failed an errand", exc_info=fault)
    said = _("卷宗没有印成（%(error)s），什么都没有改变。请管理员处理后再试。")
    return Answer(Errand.State.FAILED, [said % {"error": str(fault)[:LONGEST]}])


@answer.register
def _files(fault: OSError) -> Answer:
    logger.error("Files failed an errand", exc_info=fault)
    if fault.errno in FULL:
        return Answer(Errand.State.FAILED, [_("磁盘已满。请管理员腾出空间后再试。")])
    said = _("读写文件出错（%(error)s）。请管理员检查文件存储后再试。")
    return Answer(Errand.State.FAILED, [said % {"error": fault.strerror or type(fault).__name__}])
