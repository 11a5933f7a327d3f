from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AnswerRecord",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("digest", models.TextField()),
                ("body", models.TextField()),
            ],
            options={
                "db_table": "journal_answer",
            },
        ),
        migrations.CreateModel(
            name="ErasedRecord",
            fields=[
                ("stream", models.TextField(primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "journal_erased",
            },
        ),
        migrations.CreateModel(
            name="HeadRecord",
            fields=[
                ("node", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
                ("recorded_at", models.CharField(max_length=29, null=True)),
                ("position", models.BigIntegerField()),
            ],
            options={
                "db_table": "journal_head",
            },
        ),
        migrations.CreateModel(
            name="PersonRecord",
            fields=[
                ("position", models.IntegerField(primary_key=True, serialize=False)),
                ("salt", models.TextField()),
                ("body", models.TextField()),
            ],
            options={
                "db_table": "journal_person",
            },
        ),
        migrations.CreateModel(
            name="PlaceRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "stream",
                        "version",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("stream", models.TextField()),
                ("version", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "journal_place",
            },
        ),
        migrations.CreateModel(
            name="UnwantedFileRecord",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
            options={
                "db_table": "journal_unwanted_file",
            },
        ),
        migrations.CreateModel(
            name="EntryRecord",
            fields=[
                ("position", models.IntegerField(primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
                ("node", models.TextField()),
                ("seq", models.BigIntegerField()),
                ("arrived", models.BigIntegerField()),
                ("stream", models.TextField()),
                ("version", models.BigIntegerField()),
                ("type", models.TextField()),
                ("schema", models.IntegerField()),
                ("occurred_at", models.CharField(max_length=29)),
                ("recorded_at", models.CharField(max_length=29)),
                ("actor", models.TextField()),
                ("key", models.TextField()),
                ("ordinal", models.IntegerField()),
                ("facts", models.TextField()),
                ("person_digest", models.CharField(max_length=64, null=True)),
                ("prev_hash", models.CharField(max_length=64)),
                ("arrived_at", models.CharField(max_length=29)),
            ],
            options={
                "db_table": "journal_entry",
                "indexes": [
                    models.Index(fields=["stream", "version"], name="journal_entry_stream"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("hash",), name="journal_entry_hash"),
                    models.UniqueConstraint(
                        fields=("node", "seq", "arrived"), name="journal_entry_chain"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("arrived", 0)),
                        fields=("key", "ordinal"),
                        name="journal_entry_own_key",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FileRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "digest",
                        "hash",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "journal_file",
                "indexes": [models.Index(fields=["hash"], name="journal_file_entry")],
            },
        ),
    ]
