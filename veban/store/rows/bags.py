"""Rows of bags (túi hồ sơ)."""

from typing import ClassVar

from django.db import models

from veban.core.bags.bag import BagRow


class BagRecord(models.Model):
    ROW: ClassVar[type] = BagRow

    stream = models.TextField(primary_key=True)
    bag = models.TextField()
    number = models.TextField()
    unit = models.TextField()
    state = models.TextField()
    from_desk = models.TextField()
    to_desk = models.TextField()
    carriage = models.BooleanField()
    envelopes = models.BigIntegerField()
    opened_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "row_bag"
        indexes: ClassVar = [
            models.Index(fields=["unit", "state"], name="row_bag_unit_state"),
        ]
