"""Việc phải làm: from lines of text to rows of their own; and why a vote is held online."""

import django.db.models.deletion
from django.db import migrations, models


def to_rows(apps, schema_editor):
    """Each line that was written becomes a task without a person and a day."""
    Vote, Task = apps.get_model("voting", "Vote"), apps.get_model("voting", "Task")
    for vote in Vote._base_manager.exclude(follow_up=""):
        for line in filter(None, map(str.strip, vote.follow_up.splitlines())):
            Task._base_manager.create(ward_id=vote.ward_id, vote=vote, what=line)


def to_lines(apps, schema_editor):
    """Back: a task becomes a line."""
    Vote, Task = apps.get_model("voting", "Vote"), apps.get_model("voting", "Task")
    for vote in Vote._base_manager.filter(tasks__isnull=False).distinct():
        lines = []
        for one in Task._base_manager.filter(vote=vote).order_by("pk"):
            day = f"chậm nhất {one.due.day}/{one.due.month}/{one.due.year}" if one.due else ""
            lines.append(": ".join(part for part in (one.what, ", ".join(filter(None, [one.who, day]))) if part))
        vote.follow_up = "\n".join(lines)
        vote.save(update_fields=["follow_up"])


class Migration(migrations.Migration):
    dependencies = [("places", "0002_workdayoverride"), ("voting", "0002_every_form")]

    operations = [
        migrations.AddField(
            model_name="vote",
            name="online_reason",
            field=models.TextField(
                default=(
                    "Nội dung đã ghi đủ ở mục 1. Đại diện các hộ đọc, cân nhắc và trả lời tại nhà trong nhiều ngày."
                ),
                help_text="why neither meeting nor slips (59/5.2a)",
                max_length=1000,
            ),
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.TextField(max_length=300)),
                ("who", models.CharField(blank=True, max_length=120)),
                ("due", models.DateField(help_text="agreed by the khu phố, not a time limit of the law", null=True)),
                (
                    "vote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="voting.vote"
                    ),
                ),
                ("ward", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="places.ward")),
            ],
        ),
        migrations.RunPython(to_rows, to_lines),
    ]
