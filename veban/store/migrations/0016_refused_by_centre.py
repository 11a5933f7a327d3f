from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0015_invited_at"),
    ]

    operations = [
        migrations.CreateModel(
            name="RefusedRecord",
            fields=[
                ("peer", models.TextField(primary_key=True, serialize=False)),
                ("code", models.TextField()),
            ],
            options={
                "db_table": "exchange_refused",
            },
        ),
    ]
