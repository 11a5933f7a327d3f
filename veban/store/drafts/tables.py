"""Declarations under the pen: local to a node, no part of its journal, swept after a while."""

from django.db import models


class DraftRecord(models.Model):
    draft = models.TextField(primary_key=True)
    unit = models.TextField()
    procedure = models.TextField()
    form = models.TextField()
    since_on = models.DateField()
    touched_at = models.DateTimeField(db_index=True)
    used = models.BooleanField(default=False)
    content = models.TextField()

    class Meta:
        db_table = "declaration_draft"
