from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0022_sittings_and_news"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossierrecord",
            name="draft",
            field=models.TextField(null=True),
        ),
    ]
