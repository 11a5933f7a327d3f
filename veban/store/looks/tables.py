"""Who looked at whose data: local to a node, only ever added to, no part of its journal."""

from django.db import models


class LookRecord(models.Model):
    number = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    officer = models.TextField()
    what = models.TextField()
    subject = models.TextField()
    count = models.BigIntegerField()

    class Meta:
        db_table = "look"
        indexes = (models.Index(fields=["subject", "number"], name="look_subject"),)
