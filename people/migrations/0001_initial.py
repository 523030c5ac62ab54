import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("username", models.CharField(max_length=40, unique=True, verbose_name="账号")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Organ",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="名称")),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="代字")),
                ("fonds_code", models.CharField(max_length=4, verbose_name="全宗号")),
            ],
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True, verbose_name="代字")),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("opened_on", models.DateField(verbose_name="设立日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="people.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="unit_closes_after_it_opens",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=40, verbose_name="岗位")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrative_head", "行政首长"),
                            ("leader_in_charge", "分管负责人"),
                            ("government_office", "政府办公室"),
                            ("undertaker", "承办人"),
                            ("department_legal", "部门法制机构"),
                            ("department_head", "部门负责人"),
                            ("hearing_organiser", "听证组织机关"),
                            ("expert", "专家"),
                            ("risk_assessor", "风险评估机构"),
                            ("market_regulator", "市场监督管理部门"),
                            ("legality_reviewer", "合法性审查部门"),
                            ("legal_counsel", "法律顾问、公职律师"),
                            ("evaluator", "评估机构"),
                            ("records_office", "档案机构"),
                            ("auditor", "审计机关"),
                        ],
                        max_length=24,
                        verbose_name="职责",
                    ),
                ),
                (
                    "in_executive_meeting",
                    models.BooleanField(default=False, verbose_name="常务会议组成人员"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="people.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "title"), name="one_post_of_a_title_in_a_unit"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="任职日期")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="免职日期")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tenures",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tenures",
                        to="people.post",
                        verbose_name="岗位",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="tenure_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        fields=("person", "post", "starts_on"),
                        name="one_tenure_of_a_post_from_a_day",
                    ),
                ],
            },
        ),
    ]
