from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0001_journal"),
    ]

    operations = [
        migrations.CreateModel(
            name="CodeRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "stream",
                        "part",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("stream", models.TextField()),
                ("part", models.TextField()),
                ("code", models.TextField()),
                ("system", models.TextField()),
            ],
            options={
                "db_table": "row_code",
                "indexes": [models.Index(fields=["code"], name="row_code_code")],
            },
        ),
        migrations.CreateModel(
            name="DossierRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("version", models.BigIntegerField()),
                ("code", models.TextField()),
                ("unit", models.TextField()),
                ("procedure", models.TextField()),
                ("channel", models.BigIntegerField()),
                ("state", models.BigIntegerField()),
                ("contradiction", models.BigIntegerField(null=True)),
                ("holder", models.TextField(null=True)),
                ("releasing_to", models.TextField(null=True)),
                ("desk", models.TextField()),
                ("origin", models.TextField()),
                ("received_by", models.TextField()),
                ("place_kind", models.TextField()),
                ("place_village", models.TextField(null=True)),
                ("round", models.TextField(null=True)),
                ("return_how", models.TextField()),
                ("received_at", models.DateTimeField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("returned_at", models.DateTimeField(null=True)),
                ("paused_at", models.DateTimeField(null=True)),
                ("back_on", models.DateField(null=True)),
                ("fee_vnd", models.BigIntegerField(null=True)),
                ("supplements", models.BigIntegerField()),
                ("kept", models.BooleanField()),
                ("erased", models.BooleanField()),
                ("waits_for_update", models.BooleanField()),
                ("full_name", models.TextField(null=True)),
                ("search", models.TextField(null=True)),
                ("tracking", models.TextField(null=True)),
            ],
            options={
                "db_table": "row_dossier",
                "indexes": [
                    models.Index(fields=["unit", "state"], name="row_dossier_unit_state"),
                    models.Index(
                        fields=["unit", "received_at"], name="row_dossier_unit_received_at"
                    ),
                    models.Index(
                        condition=models.Q(("round__isnull", False)),
                        fields=["round"],
                        name="row_dossier_round",
                    ),
                    models.Index(fields=["holder", "state"], name="row_dossier_holder_state"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaseRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "stream",
                        "part",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("stream", models.TextField()),
                ("part", models.TextField()),
                ("unit", models.TextField()),
                ("agency", models.TextField()),
                ("node", models.TextField()),
                ("node_key", models.TextField()),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("from_serial", models.BigIntegerField()),
                ("to_serial", models.BigIntegerField(null=True)),
                ("given_at", models.DateTimeField()),
                ("numbers", models.TextField()),
                ("signature", models.TextField()),
            ],
            options={
                "db_table": "row_lease",
                "indexes": [
                    models.Index(fields=["agency"], name="row_lease_agency"),
                    models.Index(fields=["node"], name="row_lease_node"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MessageRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("hash", models.TextField()),
                ("dossier", models.TextField()),
                ("code", models.TextField()),
                ("move", models.TextField()),
                ("officer", models.TextField()),
                ("at", models.DateTimeField()),
                ("node", models.TextField()),
            ],
            options={
                "db_table": "row_message",
                "indexes": [models.Index(fields=["dossier"], name="row_message_dossier")],
            },
        ),
        migrations.CreateModel(
            name="NodeRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("node", models.TextField()),
                ("name", models.TextField()),
                ("unit", models.TextField()),
                ("kind", models.TextField()),
                ("state", models.TextField()),
                ("public_key", models.TextField(null=True)),
                ("recipient", models.TextField(null=True)),
                ("officers", models.TextField()),
                ("practice", models.BooleanField()),
                ("revoked_after_seq", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "row_node",
                "indexes": [
                    models.Index(fields=["node"], name="row_node_node"),
                    models.Index(fields=["unit"], name="row_node_unit"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficerRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("officer", models.TextField()),
                ("unit", models.TextField()),
                ("roles", models.TextField()),
                ("name", models.TextField(null=True)),
            ],
            options={
                "db_table": "row_officer",
                "indexes": [
                    models.Index(fields=["officer"], name="row_officer_officer"),
                    models.Index(fields=["unit"], name="row_officer_unit"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("round", models.TextField()),
                ("unit", models.TextField()),
                ("name", models.TextField()),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("villages", models.TextField()),
                ("node", models.TextField()),
                ("officers", models.TextField()),
                ("back_at", models.DateTimeField()),
                ("back_on", models.DateField(null=True)),
                ("closed", models.BooleanField()),
                ("contact_name", models.TextField(null=True)),
                ("contact_phone", models.TextField(null=True)),
            ],
            options={
                "db_table": "row_round",
                "indexes": [models.Index(fields=["unit"], name="row_round_unit")],
            },
        ),
        migrations.CreateModel(
            name="SerialRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("agency", models.TextField()),
                ("day", models.DateField()),
                ("serial", models.BigIntegerField()),
                ("from_slip", models.BooleanField()),
            ],
            options={
                "db_table": "row_serial",
                "indexes": [
                    models.Index(
                        fields=["agency", "day", "serial"], name="row_serial_agency_day_serial"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SettledRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "stream",
                        "part",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("stream", models.TextField()),
                ("part", models.TextField()),
                ("message", models.TextField()),
                ("refused", models.TextField(null=True)),
            ],
            options={
                "db_table": "row_settled",
                "indexes": [models.Index(fields=["message"], name="row_settled_message")],
            },
        ),
        migrations.CreateModel(
            name="UnitRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("unit", models.TextField()),
                ("mode", models.TextField()),
                ("agency", models.TextField(null=True)),
                ("numbers", models.TextField()),
            ],
            options={
                "db_table": "row_unit",
                "indexes": [models.Index(fields=["unit"], name="row_unit_unit")],
            },
        ),
        migrations.CreateModel(
            name="VisitRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("unit", models.TextField()),
                ("procedure", models.TextField()),
                ("outcome", models.TextField()),
                ("officer", models.TextField()),
                ("at", models.DateTimeField()),
                ("place_kind", models.TextField()),
                ("place_village", models.TextField(null=True)),
                ("round", models.TextField(null=True)),
                ("full_name", models.TextField(null=True)),
            ],
            options={
                "db_table": "row_visit",
                "indexes": [
                    models.Index(fields=["unit", "at"], name="row_visit_unit_at"),
                    models.Index(fields=["round"], name="row_visit_round"),
                ],
            },
        ),
    ]
