import django.core.validators
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Blob",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=80, unique=True, verbose_name="摘要")),
                ("size", models.PositiveBigIntegerField(verbose_name="字节数")),
                ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                ("path", models.CharField(max_length=200, verbose_name="存储位置")),
            ],
            options={
                "verbose_name": "文件内容",
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("proposed", "提出建议"),
                            ("classified", "分类完成"),
                            ("initiated", "已启动"),
                            ("researching", "调查研究、拟订草案"),
                            ("consulting", "听取意见与论证"),
                            ("department_review", "部门审核与讨论"),
                            ("legality_review", "合法性审查"),
                            ("reviewed", "审查通过"),
                            ("submitted", "提请审议"),
                            ("on_agenda", "列入议程"),
                            ("deliberated", "集体讨论通过"),
                            ("decided", "作出决定"),
                            ("reported", "已请示报告"),
                            ("issued", "已印发"),
                            ("published", "已公布"),
                            ("executing", "执行中"),
                            ("suspended", "中止执行"),
                            ("evaluated", "评估完成"),
                            ("closed", "办结"),
                            ("archived", "已归档"),
                            ("declined", "不予启动"),
                            ("terminated", "终止"),
                        ],
                        default="proposed",
                        max_length=20,
                        protected=True,
                        verbose_name="状态",
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="案号")),
                ("title", models.CharField(max_length=120, verbose_name="事项名称")),
                (
                    "procedure",
                    models.CharField(
                        choices=[
                            ("major", "重大行政决策"),
                            ("general", "一般行政决策"),
                            ("normative", "行政规范性文件"),
                        ],
                        default="major",
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="提出时间")),
                ("moved_at", models.DateTimeField(verbose_name="最近办理时间")),
                (
                    "draft_hash",
                    models.CharField(blank=True, max_length=80, verbose_name="草案摘要"),
                ),
                ("draft_root", models.PositiveIntegerField(default=0, verbose_name="草案根版本")),
                ("length", models.PositiveIntegerField(default=0, verbose_name="记录条数")),
                ("head", models.CharField(blank=True, max_length=80, verbose_name="链首")),
                (
                    "assessor_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="风险评估机构",
                    ),
                ),
                (
                    "evaluator_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="评估机构",
                    ),
                ),
                (
                    "executing_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="executed",
                        to="people.unit",
                        verbose_name="执行单位",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="people.organ",
                        verbose_name="决策机关",
                    ),
                ),
                (
                    "undertaking_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertaken",
                        to="people.unit",
                        verbose_name="承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "事项",
                "ordering": ("-opened_at",),
            },
        ),
        migrations.CreateModel(
            name="Draft",
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
                ("version", models.PositiveIntegerField(editable=False, verbose_name="版本")),
                ("title", models.CharField(max_length=120, verbose_name="草案名称")),
                ("text", models.TextField(max_length=200000, verbose_name="草案全文")),
                ("explanation", models.TextField(max_length=20000, verbose_name="起草说明")),
                (
                    "material",
                    models.BooleanField(
                        default=True,
                        help_text="改变权利义务、范围、时段或者措施的，是实质性修改。",
                        verbose_name="实质性修改",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="修改理由")),
                ("digest", models.CharField(editable=False, max_length=80, verbose_name="摘要")),
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
                "verbose_name": "决策草案",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_draft_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="DepartmentOpinion",
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
                ("agreed", models.BooleanField(default=True, verbose_name="同意")),
                ("opinion", models.TextField(max_length=5000, verbose_name="意见")),
                (
                    "response",
                    models.TextField(blank=True, max_length=5000, verbose_name="研究处理情况"),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="被征求意见单位",
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
            ],
            options={
                "verbose_name": "部门意见",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_departmentopinion_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DepartmentMeeting",
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
                ("held_on", models.DateField(verbose_name="会议日期")),
                ("attendance", models.TextField(max_length=2000, verbose_name="参会人员")),
                ("agreed", models.BooleanField(default=True, verbose_name="同意上报")),
                ("minutes", models.TextField(max_length=10000, verbose_name="讨论情况")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "部门会议记录",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_departmentmeeting_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliberationSubmission",
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
                ("request", models.TextField(max_length=5000, verbose_name="提请审议的请示")),
                ("papers", models.TextField(max_length=3000, verbose_name="上会材料清单")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "提请审议",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_deliberationsubmission_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deliberation",
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
                ("held_on", models.DateField(verbose_name="会议日期")),
                (
                    "attendees",
                    models.TextField(blank=True, max_length=2000, verbose_name="列席人员"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("approved", "通过"),
                            ("approved_in_principle", "原则通过并修改"),
                            ("rejected", "不予通过"),
                            ("deliberate_again", "再次讨论"),
                            ("postponed", "暂缓"),
                            ("withdrawn", "撤回"),
                        ],
                        max_length=24,
                        verbose_name="会议结果",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="与多数意见不一致的必填，且须是会上说明的理由。",
                        max_length=5000,
                        verbose_name="行政首长作出决定的理由",
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
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="主持人",
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
            ],
            options={
                "verbose_name": "集体讨论会议记录",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_deliberation_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Declination",
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
                ("reason", models.TextField(max_length=2000, verbose_name="不予启动的理由")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "不予启动决定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_declination_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "document_number",
                    models.CharField(max_length=40, unique=True, verbose_name="发文字号"),
                ),
                ("title", models.CharField(max_length=160, verbose_name="文件标题")),
                ("signed_on", models.DateField(verbose_name="成文日期")),
                ("issued_on", models.DateField(verbose_name="印发日期")),
                ("recipients", models.CharField(max_length=200, verbose_name="主送机关")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "决策文件",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_decision_an_act"),
                    models.CheckConstraint(
                        condition=models.Q(("issued_on__gte", models.F("signed_on"))),
                        name="decision_issued_after_signed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CounselOpinion",
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
                    "view",
                    models.CharField(
                        choices=[("agree", "同意"), ("change", "建议修改"), ("object", "不同意")],
                        max_length=8,
                        verbose_name="意见",
                    ),
                ),
                ("opinion", models.TextField(max_length=10000, verbose_name="法律意见")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "法律顾问意见",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_counselopinion_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CongressReport",
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
                ("reported_on", models.DateField(verbose_name="报告日期")),
                ("report", models.TextField(max_length=5000, verbose_name="报告情况")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "向人大报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_congressreport_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentAnswering",
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
                ("summary", models.TextField(blank=True, max_length=3000, verbose_name="研究情况")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "公众意见处理",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_commentanswering_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
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
                    "stance",
                    models.CharField(
                        choices=[
                            ("support", "赞成"),
                            ("suggest", "建议修改"),
                            ("oppose", "不赞成"),
                            ("ask", "提问"),
                        ],
                        max_length=8,
                        verbose_name="态度",
                    ),
                ),
                ("text", models.TextField(max_length=3000, verbose_name="意见和理由")),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="称呼")),
                ("contact", models.CharField(blank=True, max_length=80, verbose_name="电话或邮箱")),
                (
                    "may_name",
                    models.BooleanField(default=False, verbose_name="同意公布意见时写称呼"),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("portal", "网上"),
                            ("letter", "信函"),
                            ("email", "电子邮件"),
                            ("phone", "电话"),
                        ],
                        default="portal",
                        max_length=8,
                        verbose_name="渠道",
                    ),
                ),
                (
                    "receipt",
                    models.CharField(
                        editable=False, max_length=16, unique=True, verbose_name="回执码"
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "公众意见",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_comment_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Closing",
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
                ("summary", models.TextField(max_length=5000, verbose_name="办结说明")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "办结",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_closing_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Classification",
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
                    "procedure",
                    models.CharField(
                        choices=[
                            ("major", "重大行政决策"),
                            ("general", "一般行政决策"),
                            ("normative", "行政规范性文件"),
                        ],
                        default="major",
                        editable=False,
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("policy", "重大公共政策和措施"),
                            ("plan", "重要规划"),
                            ("resources", "重要自然资源、文化资源开发利用"),
                            ("works", "重大公共建设项目"),
                            ("other", "其他重大事项"),
                        ],
                        max_length=12,
                        verbose_name="事项种类",
                    ),
                ),
                ("reason", models.TextField(max_length=2000, verbose_name="分类理由")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "事项分类",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_classification_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Channel",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("symposium", "座谈会"),
                            ("field_visit", "实地走访"),
                            ("questionnaire", "问卷调查"),
                            ("opinion_poll", "民意调查"),
                        ],
                        max_length=16,
                        verbose_name="方式",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="日期")),
                ("attendance", models.PositiveIntegerField(verbose_name="参加人数")),
                ("summary", models.TextField(max_length=10000, verbose_name="听取意见情况")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "其他听取意见方式",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_channel_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="CataloguePublication",
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
                ("place", models.CharField(max_length=200, verbose_name="公布载体")),
                ("published_on", models.DateField(verbose_name="公布日期")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "目录公布",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_cataloguepublication_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CatalogueListing",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="年度",
                    ),
                ),
                (
                    "item",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="目录序号",
                    ),
                ),
                ("planned_finish", models.DateField(verbose_name="计划完成日期")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "列入目录",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_cataloguelisting_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CatalogueConsent",
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
                    "document_number",
                    models.CharField(blank=True, max_length=40, verbose_name="同意文号"),
                ),
                ("consented_on", models.DateField(verbose_name="同意日期")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "目录报党委同意",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_catalogueconsent_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CatalogueAdjustment",
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
                    "change",
                    models.CharField(
                        choices=[("added", "增列"), ("changed", "变更"), ("removed", "移出")],
                        max_length=8,
                        verbose_name="调整方式",
                    ),
                ),
                ("reason", models.TextField(max_length=2000, verbose_name="调整理由")),
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
                    "tenure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tenure",
                        verbose_name="经办人",
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
            ],
            options={
                "verbose_name": "目录调整",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_catalogueadjustment_an_act"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="case",
            name="draft",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="decisions.draft",
                verbose_name="现行草案",
            ),
        ),
        migrations.CreateModel(
            name="Agenda",
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
                    "meeting",
                    models.CharField(
                        choices=[
                            ("executive", "政府常务会议"),
                            ("plenary", "政府全体会议"),
                            ("other", "专题会议等其他会议"),
                        ],
                        max_length=12,
                        verbose_name="会议",
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="会议届次")),
                ("planned_on", models.DateField(verbose_name="会议日期")),
                ("item", models.PositiveSmallIntegerField(default=1, verbose_name="议题序号")),
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
            ],
            options={
                "verbose_name": "列入会议议程",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_agenda_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="AdoptionReport",
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
                ("text", models.TextField(max_length=20000, verbose_name="意见采纳情况")),
                ("place", models.CharField(max_length=200, verbose_name="公布载体")),
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
            ],
            options={
                "verbose_name": "意见采纳情况报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_adoptionreport_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
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
                ("effect", models.TextField(max_length=10000, verbose_name="实施效果")),
                ("public_view", models.TextField(max_length=5000, verbose_name="公众意见")),
                ("advice", models.TextField(max_length=5000, verbose_name="评估建议")),
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
                "verbose_name": "决策后评估报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_evaluation_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationCommission",
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
                ("trigger", models.TextField(max_length=3000, verbose_name="评估的缘由和范围")),
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
                    "evaluator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="评估机构",
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
                "verbose_name": "决策后评估委托",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_evaluationcommission_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveIntegerField(verbose_name="记录号")),
                ("position", models.PositiveSmallIntegerField(verbose_name="顺序")),
                ("title", models.CharField(max_length=200, verbose_name="题名")),
                ("filename", models.CharField(max_length=200, verbose_name="文件名")),
                (
                    "blob",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="decisions.blob",
                        verbose_name="文件内容",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="decisions.case",
                        verbose_name="事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "材料",
                "ordering": ("seq", "position"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq", "position"), name="evidence_in_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExecutionAssignment",
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
                ("tasks", models.TextField(max_length=10000, verbose_name="任务分工")),
                ("due_on", models.DateField(verbose_name="完成期限")),
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
                    "executing_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="执行单位",
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
                "verbose_name": "执行分工",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_executionassignment_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExecutionReport",
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
                ("period", models.CharField(max_length=40, verbose_name="报告期")),
                ("progress", models.TextField(max_length=10000, verbose_name="执行情况")),
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
                "verbose_name": "执行情况报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_executionreport_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExpertConclusion",
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
                ("summary", models.TextField(max_length=10000, verbose_name="论证情况")),
                ("adoption", models.TextField(max_length=10000, verbose_name="意见采纳情况和理由")),
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
                "verbose_name": "专家论证报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_expertconclusion_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExpertOpinion",
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
                    "view",
                    models.CharField(
                        choices=[
                            ("feasible", "可行"),
                            ("feasible_after_change", "修改后可行"),
                            ("not_feasible", "不可行"),
                        ],
                        max_length=24,
                        verbose_name="结论",
                    ),
                ),
                ("opinion", models.TextField(max_length=10000, verbose_name="论证意见")),
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
                "verbose_name": "专家论证意见",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_expertopinion_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="ExpertPanel",
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
                ("subject", models.TextField(max_length=3000, verbose_name="论证事项")),
                ("selection", models.TextField(max_length=3000, verbose_name="遴选情况")),
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
                "verbose_name": "专家遴选",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_expertpanel_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="FairCompetitionReview",
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
                    "first_review",
                    models.TextField(max_length=5000, verbose_name="起草单位初审意见"),
                ),
                ("heard", models.TextField(max_length=5000, verbose_name="听取经营者意见情况")),
                (
                    "conclusion",
                    models.CharField(
                        choices=[
                            ("compliant", "符合规定"),
                            ("exception", "适用例外规定"),
                            ("breach", "不符合规定"),
                        ],
                        max_length=12,
                        verbose_name="审查结论",
                    ),
                ),
                ("explanation", models.TextField(max_length=5000, verbose_name="结论说明")),
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
                "verbose_name": "公平竞争审查结论",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_faircompetitionreview_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                ("finding", models.TextField(max_length=10000, verbose_name="认定意见")),
                ("persons", models.TextField(max_length=3000, verbose_name="责任人员和单位")),
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
                "verbose_name": "责任认定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_finding_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("keep", "继续执行"),
                            ("adjust", "调整决策"),
                            ("stop", "停止执行"),
                        ],
                        max_length=8,
                        verbose_name="评估结果运用",
                    ),
                ),
                ("reason", models.TextField(max_length=5000, verbose_name="理由")),
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
                "verbose_name": "评估结果运用",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_followup_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingDelivery",
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
                ("delivered_on", models.DateField(verbose_name="送达日期")),
                ("receipts", models.TextField(max_length=3000, verbose_name="送达回证")),
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
                "verbose_name": "听证材料送达",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_hearingdelivery_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingList",
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
                ("place", models.CharField(max_length=200, verbose_name="公布载体")),
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
                "verbose_name": "听证参加人名单",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_hearinglist_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingNotice",
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
                ("held_at", models.DateTimeField(verbose_name="听证时间")),
                ("place", models.CharField(max_length=120, verbose_name="听证地点")),
                ("selection", models.TextField(max_length=3000, verbose_name="参加人遴选办法")),
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
                "verbose_name": "听证公告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_hearingnotice_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingParticipant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("side", models.CharField(max_length=80, verbose_name="代表的方面")),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="decisions.hearinglist",
                    ),
                ),
            ],
            options={
                "verbose_name": "听证参加人",
            },
        ),
        migrations.CreateModel(
            name="HearingSigning",
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
                ("signed", models.PositiveSmallIntegerField(verbose_name="签名人数")),
                (
                    "refusals",
                    models.TextField(blank=True, max_length=2000, verbose_name="拒签情况"),
                ),
                ("report", models.TextField(max_length=20000, verbose_name="听证报告")),
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
                "verbose_name": "听证笔录签名",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_hearingsigning_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingTranscript",
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
                ("host", models.CharField(max_length=40, verbose_name="听证主持人")),
                ("recorder", models.CharField(max_length=40, verbose_name="听证记录员")),
                ("transcript", models.TextField(max_length=50000, verbose_name="听证笔录")),
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
                "verbose_name": "听证笔录",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_hearingtranscript_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Initiation",
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
                    "document_number",
                    models.CharField(blank=True, max_length=40, verbose_name="启动文号"),
                ),
                ("decision", models.TextField(max_length=2000, verbose_name="启动决定")),
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
                    "lead_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="牵头承办单位",
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
                "verbose_name": "启动决定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_initiation_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Inquiry",
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
                ("subject", models.TextField(max_length=3000, verbose_name="倒查事项")),
                ("ground", models.TextField(max_length=3000, verbose_name="倒查依据")),
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
                "verbose_name": "责任倒查",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_inquiry_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="InterestDeclaration",
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
                ("has_interest", models.BooleanField(default=False, verbose_name="有直接利害关系")),
                ("statement", models.TextField(max_length=2000, verbose_name="声明")),
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
                "verbose_name": "利害关系声明",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_interestdeclaration_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalityAcceptance",
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
                ("checklist", models.TextField(max_length=3000, verbose_name="收件清单")),
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
                "verbose_name": "收件",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_legalityacceptance_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalityReturn",
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
                ("missing", models.TextField(max_length=3000, verbose_name="需要补正的材料")),
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
                "verbose_name": "退回补正",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_legalityreturn_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalityReview",
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
                    "level",
                    models.CharField(
                        choices=[("department", "部门"), ("government", "政府")],
                        editable=False,
                        max_length=12,
                        verbose_name="层级",
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="审查意见书编号")),
                (
                    "authority",
                    models.CharField(
                        choices=[("conforms", "符合"), ("change", "须修改"), ("fails", "不符合")],
                        max_length=12,
                        verbose_name="权限",
                    ),
                ),
                (
                    "authority_reason",
                    models.TextField(max_length=3000, verbose_name="权限：理由和依据"),
                ),
                (
                    "procedure",
                    models.CharField(
                        choices=[("conforms", "符合"), ("change", "须修改"), ("fails", "不符合")],
                        max_length=12,
                        verbose_name="程序",
                    ),
                ),
                (
                    "procedure_reason",
                    models.TextField(max_length=3000, verbose_name="程序：理由和依据"),
                ),
                (
                    "content",
                    models.CharField(
                        choices=[("conforms", "符合"), ("change", "须修改"), ("fails", "不符合")],
                        max_length=12,
                        verbose_name="内容",
                    ),
                ),
                (
                    "content_reason",
                    models.TextField(max_length=3000, verbose_name="内容：理由和依据"),
                ),
                (
                    "conclusion",
                    models.CharField(
                        choices=[
                            ("lawful", "合法"),
                            ("lawful_after_change", "修改后合法"),
                            ("unlawful", "不合法"),
                            ("exploratory_risk_stated", "探索性改革，明示法律风险"),
                        ],
                        max_length=24,
                        verbose_name="审查结论",
                    ),
                ),
                (
                    "legal_risk",
                    models.TextField(
                        blank=True,
                        help_text="结论为探索性改革的，必须写明。",
                        max_length=3000,
                        verbose_name="明示的法律风险",
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
                "verbose_name": "合法性审查意见",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_legalityreview_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalitySubmission",
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
                    "level",
                    models.CharField(
                        choices=[("department", "部门"), ("government", "政府")],
                        editable=False,
                        max_length=12,
                        verbose_name="层级",
                    ),
                ),
                ("bases", models.TextField(max_length=10000, verbose_name="法律、法规、政策依据")),
                (
                    "procedure_statement",
                    models.TextField(max_length=10000, verbose_name="履行程序情况说明"),
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
                "verbose_name": "送审",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_legalitysubmission_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[("present", "到会"), ("absent", "请假"), ("recused", "回避")],
                        default="present",
                        max_length=8,
                        verbose_name="到会情况",
                    ),
                ),
                (
                    "turn",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="发言次序"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[("for", "同意"), ("against", "不同意"), ("other", "其他意见")],
                        max_length=8,
                        verbose_name="态度",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=5000, verbose_name="发言要点")),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="views",
                        to="decisions.deliberation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="成员",
                    ),
                ),
            ],
            options={
                "verbose_name": "成员意见",
                "constraints": [
                    models.UniqueConstraint(fields=("of", "person"), name="a_member_has_one_seat")
                ],
            },
        ),
        migrations.CreateModel(
            name="Minutes",
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
                ("number", models.CharField(max_length=40, verbose_name="纪要编号")),
                ("text", models.TextField(max_length=10000, verbose_name="会议纪要")),
                ("confirmed_by", models.PositiveSmallIntegerField(verbose_name="核对签名人数")),
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
                "verbose_name": "会议纪要",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_minutes_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Objection",
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
                ("source", models.CharField(max_length=80, verbose_name="来源")),
                ("text", models.TextField(max_length=5000, verbose_name="异议内容")),
                ("handling", models.TextField(max_length=5000, verbose_name="处理情况")),
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
                "verbose_name": "公众异议",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_objection_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="OptionComparison",
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
                ("conclusion", models.TextField(max_length=5000, verbose_name="比较结论")),
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
                "verbose_name": "多方案比较",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_optioncomparison_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="方案")),
                ("content", models.TextField(max_length=5000, verbose_name="主要内容")),
                ("merits", models.TextField(max_length=3000, verbose_name="利弊")),
                ("preferred", models.BooleanField(default=False, verbose_name="推荐")),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="options",
                        to="decisions.optioncomparison",
                    ),
                ),
            ],
            options={
                "verbose_name": "方案",
            },
        ),
        migrations.CreateModel(
            name="PanelMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("field", models.CharField(max_length=80, verbose_name="专业领域")),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="decisions.expertpanel",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="专家",
                    ),
                ),
            ],
            options={
                "verbose_name": "专家组成员",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("of", "person"), name="an_expert_sits_once_on_a_panel"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyReport",
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
                ("reported_on", models.DateField(verbose_name="请示报告日期")),
                ("report", models.TextField(max_length=5000, verbose_name="请示报告")),
                ("replied_on", models.DateField(verbose_name="批复日期")),
                ("reply", models.TextField(max_length=5000, verbose_name="批复意见")),
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
                "verbose_name": "向党委请示报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_partyreport_an_act"),
                    models.CheckConstraint(
                        condition=models.Q(("replied_on__gte", models.F("reported_on"))),
                        name="party_reply_follows_report",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PreliminaryStudy",
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
                ("opinion", models.TextField(max_length=5000, verbose_name="研究论证意见")),
                ("recommended", models.BooleanField(default=True, verbose_name="建议启动")),
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
                "verbose_name": "研究论证意见",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_preliminarystudy_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProblemReport",
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
                ("problem", models.TextField(max_length=5000, verbose_name="存在的问题")),
                ("advice", models.TextField(max_length=5000, verbose_name="处理建议")),
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
                "verbose_name": "执行问题报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_problemreport_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("title", models.CharField(max_length=120, verbose_name="事项名称")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("leader", "领导人员提出"),
                            ("department", "部门、下级政府提出"),
                            ("public", "代表、委员、公民、法人提出"),
                        ],
                        max_length=12,
                        verbose_name="建议来源",
                    ),
                ),
                ("problem", models.TextField(max_length=5000, verbose_name="要解决的问题")),
                ("reasons", models.TextField(max_length=5000, verbose_name="理由和依据")),
                ("necessity", models.TextField(max_length=5000, verbose_name="必要性和可行性")),
                ("first_plan", models.TextField(max_length=5000, verbose_name="初步方案")),
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
                "verbose_name": "决策事项建议",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_proposal_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                ("places", models.TextField(max_length=2000, verbose_name="公布载体")),
                ("published_on", models.DateField(verbose_name="公布日期")),
                ("interpretation", models.TextField(max_length=10000, verbose_name="解读")),
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
                "verbose_name": "决策公布",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_publication_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicInput",
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
                ("notice", models.TextField(max_length=10000, verbose_name="公告")),
                ("opens_on", models.DateField(verbose_name="公布日期")),
                (
                    "closes_on",
                    models.DateField(
                        help_text="当日24:00截止，公布当天不计。", verbose_name="截止日期"
                    ),
                ),
                ("ways", models.TextField(max_length=2000, verbose_name="提意见的方式")),
                (
                    "shortened_reason",
                    models.TextField(
                        blank=True,
                        help_text="不足30日的，公告中必须写明。",
                        max_length=2000,
                        verbose_name="缩短期限的理由",
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
                "verbose_name": "公开征求意见公告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_publicinput_an_act"),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="public_input_closes_after_it_opens",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicInputClosing",
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
                ("summary", models.TextField(max_length=5000, verbose_name="征求意见情况")),
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
                "verbose_name": "征求意见结束",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_publicinputclosing_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordFiling",
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
                ("filed_with", models.CharField(max_length=80, verbose_name="备案机关")),
                ("filed_on", models.DateField(verbose_name="报送日期")),
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
                "verbose_name": "备案",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_recordfiling_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="ResearchReport",
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
                ("summary", models.TextField(max_length=20000, verbose_name="调研情况和结论")),
                ("laws", models.TextField(max_length=10000, verbose_name="法律、法规、政策依据")),
                (
                    "cost_benefit",
                    models.TextField(blank=True, max_length=5000, verbose_name="成本效益分析"),
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
                "verbose_name": "调查研究报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_researchreport_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Resumption",
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
                ("reason", models.TextField(max_length=5000, verbose_name="恢复执行的理由")),
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
                "verbose_name": "恢复执行决定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_resumption_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskAssessment",
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
                ("stability", models.TextField(max_length=10000, verbose_name="社会稳定风险")),
                ("environment", models.TextField(max_length=10000, verbose_name="环境风险")),
                ("economy", models.TextField(max_length=10000, verbose_name="经济风险")),
                (
                    "level",
                    models.CharField(
                        choices=[("high", "高"), ("medium", "中"), ("low", "低")],
                        max_length=8,
                        verbose_name="综合风险等级",
                    ),
                ),
                ("response_plan", models.TextField(max_length=10000, verbose_name="处置预案")),
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
                "verbose_name": "风险评估报告",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_riskassessment_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskCommission",
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
                ("scope", models.TextField(max_length=3000, verbose_name="评估事项")),
                (
                    "assessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="评估机构",
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
                "verbose_name": "风险评估委托",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_riskcommission_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskDetermination",
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
                ("controllable", models.BooleanField(default=False, verbose_name="风险可控")),
                ("reason", models.TextField(max_length=5000, verbose_name="认定理由")),
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
                "verbose_name": "风险可控性认定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_riskdetermination_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("description", models.CharField(max_length=200, verbose_name="风险点")),
                (
                    "level",
                    models.CharField(
                        choices=[("high", "高"), ("medium", "中"), ("low", "低")],
                        max_length=8,
                        verbose_name="风险等级",
                    ),
                ),
                ("prevention", models.TextField(max_length=2000, verbose_name="防范措施")),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="decisions.riskassessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "风险点",
            },
        ),
        migrations.CreateModel(
            name="StepDetermination",
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
                ("is_public", models.BooleanField(default=True, verbose_name="向社会公开征求意见")),
                ("hearing", models.BooleanField(default=False, verbose_name="举行听证会")),
                ("technical", models.BooleanField(default=True, verbose_name="组织专家论证")),
                ("market", models.BooleanField(default=False, verbose_name="开展公平竞争审查")),
                ("congress", models.BooleanField(default=False, verbose_name="报告人大常委会")),
                ("ground", models.TextField(max_length=3000, verbose_name="每一项不开展的理由")),
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
                "verbose_name": "程序适用认定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "seq"), name="one_stepdetermination_an_act"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
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
                    "ground",
                    models.CharField(
                        choices=[
                            ("problem", "执行中存在问题"),
                            ("circumstances", "客观情况发生重大变化"),
                            ("force_majeure", "不可抗力等严重影响执行"),
                        ],
                        max_length=16,
                        verbose_name="情形",
                    ),
                ),
                ("reason", models.TextField(max_length=5000, verbose_name="中止理由")),
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
                "verbose_name": "中止执行决定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_suspension_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Termination",
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
                ("reason", models.TextField(max_length=5000, verbose_name="终止理由")),
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
                "verbose_name": "终止决定",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_termination_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
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
                ("archive", models.CharField(max_length=80, verbose_name="接收档案馆")),
                ("receipt_number", models.CharField(max_length=40, verbose_name="接收回执号")),
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
                "verbose_name": "卷宗移交",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_transfer_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Withholding",
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
                    "disclosure",
                    models.CharField(
                        choices=[("on_request", "依申请公开"), ("withheld", "不予公开")],
                        max_length=12,
                        verbose_name="公开属性",
                    ),
                ),
                (
                    "ground",
                    models.TextField(max_length=3000, verbose_name="不主动公开的依据和理由"),
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
                "verbose_name": "不主动公开",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("case", "seq"), name="one_withholding_an_act")
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "disposition",
                    models.CharField(
                        choices=[
                            ("adopted", "采纳"),
                            ("partly_adopted", "部分采纳"),
                            ("not_adopted", "不予采纳"),
                            ("explained", "解释说明"),
                            ("out_of_scope", "与本事项无关"),
                        ],
                        max_length=16,
                        verbose_name="处理结果",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="理由")),
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="decisions.comment",
                        verbose_name="公众意见",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="decisions.commentanswering",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见处理结果",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disposition", "not_adopted"), ("reason", ""), _negated=True
                        ),
                        name="not_adopted_has_its_reason",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["state"], name="case_by_state"),
        ),
    ]
