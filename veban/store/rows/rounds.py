"""Rows of rounds (đợt lưu động)."""

from typing import ClassVar

from django.db import models

from veban.core.rounds.roster import RosterRow
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


class RosterRecord(models.Model):
    ROW: ClassVar[type] = RosterRow

    pk = models.CompositePrimaryKey("stream", "part")
    stream = models.TextField()
    part = models.BigIntegerField()
    round = models.TextField()
    unit = models.TextField()
    number = models.TextField()
    full_name = models.TextField()
    folded = models.TextField()
    birth_date = models.TextField()
    sex = models.TextField()
    village = models.TextField()
    household = models.TextField()
    groups = models.TextField()

    class Meta:
        db_table = "row_roster"
