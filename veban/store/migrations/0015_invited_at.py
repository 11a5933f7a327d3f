from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0014_reception_points"),
    ]

    operations = [
        migrations.AddField(
            model_name="accountrecord",
            name="invited_at",
            field=models.DateTimeField(null=True),
        ),
    ]
