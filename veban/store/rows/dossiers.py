"""Rows of dossiers (hồ sơ): the dossier, its codes, its serial, the messages settled."""

from typing import ClassVar

from django.db import models

from veban.core.dossiers.rows import CodeRow, DossierRow, SerialRow, SettledRow


class DossierRecord(models.Model):
    ROW: ClassVar[type] = DossierRow

    stream = models.TextField(primary_key=True)
    version = models.BigIntegerField()
    code = models.TextField()
    unit = models.TextField()
    procedure = models.TextField()
    channel = models.BigIntegerField()
    state = models.BigIntegerField()
    contradiction = models.BigIntegerField(null=True)
    holder = models.TextField(null=True)
    releasing_to = models.TextField(null=True)
    desk = models.TextField()
    origin = models.TextField()
    received_by = models.TextField()
    place_kind = models.TextField()
    place_village = models.TextField(null=True)
    round = models.TextField(null=True)
    return_how = models.TextField()
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    back_on = models.DateField(null=True)
    fee_vnd = models.BigIntegerField(null=True)
    supplements = models.BigIntegerField()
    kept = models.BooleanField()
    erased = models.BooleanField()
    waits_for_update = models.BooleanField()
    at_unit = models.TextField(null=True)
    competent_unit = models.TextField(null=True)
    promised_on = models.DateField(null=True)
    draft = models.TextField(null=True)
    full_name = models.TextField(null=True)
    search = models.TextField(null=True)
    tracking = models.TextField(null=True)
    visit = models.TextField(null=True)

    class Meta:
        db_table = "row_dossier"
        indexes: ClassVar = [
            models.Index(fields=["unit", "state"], name="row_dossier_unit_state"),
            models.Index(fields=["unit", "received_at"], name="row_dossier_unit_received_at"),
            models.Index(
                fields=["round"],
                condition=models.Q(round__isnull=False),
                name="row_dossier_round",
            ),
            models.Index(
                fields=["visit"],
                condition=models.Q(visit__isnull=False),
                name="row_dossier_visit",
            ),
            models.Index(fields=["holder", "state"], name="row_dossier_holder_state"),
            models.Index(
                fields=["competent_unit", "state"],
                condition=models.Q(competent_unit__isnull=False),
                name="row_dossier_competent",
            ),
        ]


class CodeRecord(models.Model):
    ROW: ClassVar[type] = CodeRow

    pk = models.CompositePrimaryKey("stream", "part")
    stream = models.TextField()
    part = models.TextField()
    code = models.TextField()
    system = models.TextField()

    class Meta:
        db_table = "row_code"
        indexes: ClassVar = [
            models.Index(fields=["code"], name="row_code_code"),
        ]


class SerialRecord(models.Model):
    ROW: ClassVar[type] = SerialRow

    stream = models.TextField(primary_key=True)
    agency = models.TextField()
    day = models.DateField()
    serial = models.BigIntegerField()
    from_slip = models.BooleanField()

    class Meta:
        db_table = "row_serial"
        indexes: ClassVar = [
            models.Index(fields=["agency", "day", "from_slip", "serial"], name="row_serial_given"),
        ]


class SettledRecord(models.Model):
    ROW: ClassVar[type] = SettledRow

    pk = models.CompositePrimaryKey("stream", "part")
    stream = models.TextField()
    part = models.TextField()
    message = models.TextField()
    refused = models.TextField(null=True)

    class Meta:
        db_table = "row_settled"
        indexes: ClassVar = [
            models.Index(fields=["message"], name="row_settled_message"),
        ]
