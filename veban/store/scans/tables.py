"""Scans that no paper has yet: local to a node, no part of its journal."""

from django.db import models


class ScanRecord(models.Model):
    number = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    officer = models.TextField()
    kind = models.TextField()
    pages = models.BigIntegerField()

    class Meta:
        db_table = "waiting_scan"
        constraints = (
            models.UniqueConstraint(fields=["officer", "digest"], name="waiting_scan_once"),
        )
