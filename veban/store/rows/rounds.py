"""Rows of rounds (đợt lưu động)."""

from typing import ClassVar

from django.db import models

from veban.core.rounds.round import RoundRow


class RoundRecord(models.Model):
    ROW: ClassVar[type] = RoundRow

    stream = models.TextField(primary_key=True)
    round = models.TextField()
    unit = models.TextField()
    name = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    villages = models.TextField()
    node = models.TextField()
    officers = models.TextField()
    back_at = models.DateTimeField()
    back_on = models.DateField(null=True)
    closed = models.BooleanField()
    contact_name = models.TextField(null=True)
    contact_phone = models.TextField(null=True)

    class Meta:
        db_table = "row_round"
        indexes: ClassVar = [
            models.Index(fields=["unit"], name="row_round_unit"),
        ]
