"""Rows of officers and units (công chức, đơn vị)."""

from typing import ClassVar

from django.db import models

from veban.core.people.officers import OfficerRow
from veban.core.people.unit_settings import UnitRow


class OfficerRecord(models.Model):
    ROW: ClassVar[type] = OfficerRow

    stream = models.TextField(primary_key=True)
    officer = models.TextField()
    unit = models.TextField()
    roles = models.TextField()
    name = models.TextField(null=True)

    class Meta:
        db_table = "row_officer"
        indexes: ClassVar = [
            models.Index(fields=["officer"], name="row_officer_officer"),
            models.Index(fields=["unit"], name="row_officer_unit"),
        ]


class UnitRecord(models.Model):
    ROW: ClassVar[type] = UnitRow

    stream = models.TextField(primary_key=True)
    unit = models.TextField()
    mode = models.TextField()
    agency = models.TextField(null=True)
    numbers = models.TextField()

    class Meta:
        db_table = "row_unit"
        indexes: ClassVar = [
            models.Index(fields=["unit"], name="row_unit_unit"),
        ]
