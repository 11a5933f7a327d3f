from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0013_roster"),
    ]

    operations = [
        migrations.CreateModel(
            name="PointRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("node", models.TextField()),
                ("unit", models.TextField()),
                ("point", models.TextField()),
                ("area", models.TextField()),
                ("since", models.DateTimeField()),
            ],
            options={
                "db_table": "row_point",
                "indexes": [models.Index(fields=["unit", "node"], name="row_point_unit_node")],
            },
        ),
    ]
