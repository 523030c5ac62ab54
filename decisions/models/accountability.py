"""The end of a case, and looking back. Basis: 条例第三十三条、第三十八条；区规划第12项."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class Closing(Record):
    """The case is done; nothing is left but to file it."""

    summary = models.TextField(_("办结说明"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("办结")


class Termination(Record):
    """The case ends without a decision."""

    reason = models.TextField(_("终止理由"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("终止决定")


class Transfer(Record):
    """The hand-over of the dossier to the state archive. Basis: 档案法第十五条."""

    archive = models.CharField(_("接收档案馆"), max_length=80)
    receipt_number = models.CharField(_("交接单号"), max_length=40)
    archival_code = models.CharField(_("档号"), max_length=40, blank=True, editable=False)
    package_digest = models.CharField(_("移交包摘要"), max_length=140, blank=True, editable=False)
    """The digest of the package's list of all its files: what the receipt must name."""
    packaged_at = models.DateTimeField(_("打包时间"), null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("卷宗移交")


class Inquiry(Record):
    """An inquiry into who answers for what. Basis: 条例第三十八条."""

    subject = models.TextField(_("倒查事项"), max_length=3000)
    ground = models.TextField(_("倒查依据"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("责任倒查")


class Finding(Record):
    """What the inquiry found. Basis: 条例第三十八条."""

    finding = models.TextField(_("认定意见"), max_length=10_000)
    persons = models.TextField(_("责任人员和单位"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("责任认定")
