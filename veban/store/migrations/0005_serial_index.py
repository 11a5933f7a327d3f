from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0004_exchange"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="serialrecord",
            name="row_serial_agency_day_serial",
        ),
        migrations.AddIndex(
            model_name="serialrecord",
            index=models.Index(
                fields=["agency", "day", "from_slip", "serial"], name="row_serial_given"
            ),
        ),
    ]
