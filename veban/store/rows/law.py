"""Rows of the law desk (quy định nhập tại đơn vị)."""

from typing import ClassVar

from django.db import models

from veban.core.law.entered import LawRow


class LawRecord(models.Model):
    ROW: ClassVar[type] = LawRow

    pk = models.CompositePrimaryKey("stream", "part")
    stream = models.TextField()
    part = models.BigIntegerField()
    unit = models.TextField()
    for_all = models.BooleanField()
    kind = models.TextField()
    about = models.TextField()
    since_on = models.DateField()
    value = models.TextField()
    document = models.TextField()
    article = models.TextField(null=True)
    confidence = models.TextField()
    entered_at = models.DateTimeField()
    entered_by = models.TextField()

    class Meta:
        db_table = "row_law"
