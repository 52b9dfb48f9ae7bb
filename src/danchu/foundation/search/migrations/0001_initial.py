import django.db.models.deletion
from django.db import migrations, models


def make_index(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_index")


# As index.py knew it when this was written.
MAKE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_index USING fts5(lexemes, content='', columnsize=0, detail=none, "
        "tokenize=\"unicode61 remove_diacritics 0 tokenchars '#=^_'\")",
    ),
    "postgresql": (
        "CREATE TABLE search_index (place bigint PRIMARY KEY, lexemes tsvector NOT NULL)",
        # Without the pending list a search costs the same just after many entries were put.
        "CREATE INDEX search_index_lexemes ON search_index USING gin (lexemes) WITH (fastupdate = off)",
    ),
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0002_readings'),
        ('places', '0002_workdayoverride'),
    ]

    operations = [
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(help_text="the room's own name for it: vote:12", max_length=120)),
                ('kind', models.CharField(max_length=30)),
                ('item', models.CharField(blank=True, help_text='place in a list of the law: 11.7', max_length=20)),
                ('title', models.CharField(max_length=300)),
                ('summary', models.TextField(blank=True)),
                ('url', models.CharField(help_text="path inside the ward's site", max_length=300)),
                ('day', models.DateField()),
                ('place', models.BigIntegerField(null=True, unique=True)),
                ('waits_for_text', models.BooleanField(default=False, help_text='a file of it has not been read yet')),
                ('put_at', models.DateTimeField()),
                ('text', models.TextField(blank=True)),
                ('lexemes', models.BinaryField(help_text='what stands in the index, packed: SQLite must be told it to forget it')),
                ('khu_pho', models.ForeignKey(help_text='none: the whole ward', null=True, on_delete=django.db.models.deletion.PROTECT, to='places.khupho')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='places.ward')),
            ],
        ),
        migrations.CreateModel(
            name='PublicationFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attached', to='search.publication')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='places.ward')),
            ],
            options={
                'ordering': ['order'],
            },
        ),
        migrations.AddIndex(
            model_name='publication',
            index=models.Index(fields=['ward', '-place'], name='publication_newest'),
        ),
        migrations.AddIndex(
            model_name='publication',
            index=models.Index(condition=models.Q(('waits_for_text', True)), fields=['put_at'], name='publication_waiting'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('ward', 'key'), name='publication_once'),
        ),
        migrations.AddConstraint(
            model_name='publicationfile',
            constraint=models.UniqueConstraint(fields=('publication', 'order'), name='publication_file_once'),
        ),
        migrations.RunPython(make_index, drop_index),
    ]
