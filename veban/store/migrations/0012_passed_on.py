from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0011_bags"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossierrecord",
            name="at_unit",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="dossierrecord",
            name="competent_unit",
            field=models.TextField(null=True),
        ),
        migrations.AddIndex(
            model_name="dossierrecord",
            index=models.Index(
                condition=models.Q(competent_unit__isnull=False),
                fields=["competent_unit", "state"],
                name="row_dossier_competent",
            ),
        ),
    ]
