"""The last run of each job (lần chạy gần nhất): local to a node, no part of its journal."""

from django.db import models


class JobRunRecord(models.Model):
    name = models.TextField(primary_key=True)
    track = models.TextField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.TextField(default="")
    code = models.TextField(default="")
    count = models.BigIntegerField(default=0)
    failures = models.IntegerField(default=0)
    held_until = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    wanted = models.BooleanField(default=False)

    class Meta:
        db_table = "job_run"
