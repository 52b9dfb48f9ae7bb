import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_initial'),
        ('places', '0002_workdayoverride'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('waiting', 'chờ đọc'), ('read', 'đã đọc'), ('scan', 'bản quét không có chữ'), ('failed', 'không đọc được')], default='waiting', max_length=10)),
                ('text', models.TextField(blank=True)),
                ('pages', models.PositiveIntegerField(default=0)),
                ('findings', models.JSONField(default=list, help_text='[{code, count, where}] of what lies hidden in it')),
                ('asked_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='storedfile',
            name='published_at',
            field=models.DateTimeField(help_text='since when everybody may open it', null=True),
        ),
        migrations.AlterField(
            model_name='storedfile',
            name='kind',
            field=models.CharField(help_text='pdf, jpg, png; of what is published also docx, xlsx', max_length=10),
        ),
        migrations.AddIndex(
            model_name='storedfile',
            index=models.Index(fields=['ward', 'sha256'], name='stored_file_by_content'),
        ),
        migrations.AddField(
            model_name='reading',
            name='ward',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='places.ward'),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['asked_at'], name='reading_waiting'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('ward', 'sha256'), name='reading_once'),
        ),
    ]
