from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0020_declaration_drafts"),
    ]

    operations = [
        migrations.CreateModel(
            name="ScanRecord",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("officer", models.TextField()),
                ("kind", models.TextField()),
                ("pages", models.BigIntegerField()),
            ],
            options={
                "db_table": "waiting_scan",
                "constraints": [
                    models.UniqueConstraint(fields=("officer", "digest"), name="waiting_scan_once")
                ],
            },
        ),
    ]
