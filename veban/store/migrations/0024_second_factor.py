from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0023_draft"),
    ]

    operations = [
        migrations.AddField(
            model_name="accountrecord",
            name="code_secret",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="accountrecord",
            name="code_step",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="accountrecord",
            name="recovery",
            field=models.TextField(default=""),
        ),
    ]
