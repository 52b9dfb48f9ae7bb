import danchu.foundation.people.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0002_workdayoverride'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.CharField(choices=[('procedure', 'Giải quyết thủ tục hành chính'), ('reception', 'Tiếp công dân'), ('information', 'Cung cấp thông tin theo yêu cầu'), ('petition', 'Trả lời kiến nghị, phản ánh'), ('site', 'Trang thông tin này')], max_length=20)),
                ('face', models.CharField(choices=[('good', 'Hài lòng'), ('fair', 'Bình thường'), ('bad', 'Chưa hài lòng')], max_length=10)),
                ('words', danchu.foundation.people.fields.EncryptedText(blank=True)),
                ('day', models.DateField()),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='places.ward')),
            ],
            options={
                'indexes': [models.Index(fields=['ward', 'service', 'day'], name='rating_by_service')],
            },
        ),
    ]
