"""Whose card was read at a sitting: local to a node, gone two days later, not in its journal."""

from django.db import models


class SeatRecord(models.Model):
    number = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    unit = models.TextField()
    sitting = models.TextField()
    person = models.TextField()

    class Meta:
        db_table = "seat"
        indexes = (models.Index(fields=["sitting", "number"], name="seat_sitting"),)
