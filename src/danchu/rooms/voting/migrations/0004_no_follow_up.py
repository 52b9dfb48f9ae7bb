"""The lines of text go, in a step of their own: PostgreSQL alters no table whose rows were just written."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("voting", "0003_task")]

    operations = [migrations.RemoveField(model_name="vote", name="follow_up")]
