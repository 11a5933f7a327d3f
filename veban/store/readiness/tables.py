"""What officers confirmed before leaving: local to a laptop, no part of its journal."""

from django.db import models


class SaidRecord(models.Model):
    line = models.TextField(primary_key=True)
    officer = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "readiness_said"
