"""Rows of visits that ended without a code (việc tại bàn)."""

from typing import ClassVar

from django.db import models

from veban.core.visits.table import VisitRow


class VisitRecord(models.Model):
    ROW: ClassVar[type] = VisitRow

    stream = models.TextField(primary_key=True)
    unit = models.TextField()
    procedure = models.TextField()
    outcome = models.TextField()
    officer = models.TextField()
    at = models.DateTimeField()
    place_kind = models.TextField()
    place_village = models.TextField(null=True)
    round = models.TextField(null=True)
    full_name = models.TextField(null=True)

    class Meta:
        db_table = "row_visit"
        indexes: ClassVar = [
            models.Index(fields=["unit", "at"], name="row_visit_unit_at"),
            models.Index(fields=["round"], name="row_visit_round"),
        ]
