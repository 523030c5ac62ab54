import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("decisions", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveIntegerField(verbose_name="记录号")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "root",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="最近一次实质性修改所在的版本",
                        verbose_name="草案根版本",
                    ),
                ),
                (
                    "archival_code",
                    models.CharField(max_length=40, unique=True, verbose_name="档号"),
                ),
                (
                    "retention",
                    models.CharField(
                        choices=[("Y", "永久"), ("D30", "30年"), ("D10", "10年")],
                        default="Y",
                        max_length=4,
                        verbose_name="保管期限",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="备考")),
                (
                    "ledger_head",
                    models.CharField(editable=False, max_length=80, verbose_name="封存时链首"),
                ),
                ("pages", models.PositiveIntegerField(editable=False, verbose_name="页数")),
                (
                    "blob",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="decisions.blob",
                        verbose_name="卷宗文件",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="decisions.case",
                        verbose_name="事项",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="decisions.draft",
                        verbose_name="针对草案",
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷宗封存",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_dossier_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveIntegerField(verbose_name="记录号")),
                ("act", models.CharField(max_length=48, verbose_name="行为")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("accepted", "已办理"), ("refused", "被拒绝")],
                        max_length=8,
                        verbose_name="结果",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="发生时间")),
                ("recorded_at", models.DateTimeField(verbose_name="记录时间")),
                ("actor", models.CharField(max_length=40, verbose_name="经办人")),
                ("post", models.CharField(max_length=40, verbose_name="岗位")),
                ("unit", models.CharField(max_length=80, verbose_name="单位")),
                ("state_before", models.CharField(max_length=20, verbose_name="办理前状态")),
                ("state_after", models.CharField(max_length=20, verbose_name="办理后状态")),
                (
                    "draft_hash",
                    models.CharField(blank=True, max_length=80, verbose_name="草案摘要"),
                ),
                (
                    "data_digest",
                    models.CharField(blank=True, max_length=80, verbose_name="内容摘要"),
                ),
                (
                    "unmet",
                    models.CharField(blank=True, max_length=1000, verbose_name="未满足的要求"),
                ),
                ("once", models.UUIDField(null=True, unique=True, verbose_name="一次性编号")),
                (
                    "previous_hash",
                    models.CharField(blank=True, max_length=80, verbose_name="前条摘要"),
                ),
                ("hash", models.CharField(max_length=80, verbose_name="本条摘要")),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ledger",
                        to="decisions.case",
                        verbose_name="事项",
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="任职",
                    ),
                ),
            ],
            options={
                "verbose_name": "台账",
                "ordering": ("case", "seq"),
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="ledger_has_no_fork"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "accepted"), ("unmet", "")),
                            ("outcome", "refused"),
                            _connector="OR",
                        ),
                        name="accepted_means_nothing_unmet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Retrieval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="调阅时间")),
                ("purpose", models.CharField(max_length=200, verbose_name="调阅事由")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="retrievals",
                        to="archive.dossier",
                        verbose_name="卷宗",
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="调阅人",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷宗调阅",
                "ordering": ("-at",),
            },
        ),
    ]
