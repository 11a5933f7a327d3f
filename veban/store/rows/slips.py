"""Rows of blank slips (phiếu trắng)."""

from typing import ClassVar

from django.db import models

from veban.core.nodes.blank_slips import BlankSlipRow


class BlankSlipRecord(models.Model):
    ROW: ClassVar[type] = BlankSlipRow

    pk = models.CompositePrimaryKey("stream", "part")
    stream = models.TextField()
    part = models.TextField()
    act = models.TextField()
    unit = models.TextField()
    agency = models.TextField()
    node = models.TextField()
    serial = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.TextField()
    day = models.DateField(null=True)
    reason = models.TextField(null=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        db_table = "row_blank_slip"
        indexes: ClassVar = [
            models.Index(fields=["unit", "node", "serial"], name="row_blank_slip_serial"),
        ]
