"""Index the tasks that wait by whose they are: the to-do list asks for nothing else."""

from django.db import migrations

INDEX = """
CREATE INDEX task_waiting_by_party ON viewflow_task (owner_permission, created DESC)
WHERE status = 'NEW'
"""


class Migration(migrations.Migration):
    """Add the index to viewflow's own table."""

    dependencies = [
        ("workflow", "0001_initial"),
        ("viewflow", "0015_task_scheduled"),
    ]

    operations = [
        migrations.RunSQL(INDEX, "DROP INDEX task_waiting_by_party"),
    ]
