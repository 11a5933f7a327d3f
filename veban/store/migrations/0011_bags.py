from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0010_blank_slips"),
    ]

    operations = [
        migrations.CreateModel(
            name="BagRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("bag", models.TextField()),
                ("number", models.TextField()),
                ("unit", models.TextField()),
                ("state", models.TextField()),
                ("from_desk", models.TextField()),
                ("to_desk", models.TextField()),
                ("carriage", models.BooleanField()),
                ("envelopes", models.BigIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("received_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "row_bag",
                "indexes": [models.Index(fields=["unit", "state"], name="row_bag_unit_state")],
            },
        ),
    ]
