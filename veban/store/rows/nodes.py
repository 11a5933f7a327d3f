"""Rows of devices (máy)."""

from typing import ClassVar

from django.db import models

from veban.core.nodes.rows import NodeRow


class NodeRecord(models.Model):
    ROW: ClassVar[type] = NodeRow

    stream = models.TextField(primary_key=True)
    node = models.TextField(db_index=True)
    name = models.TextField()
    unit = models.TextField(db_index=True)
    kind = models.TextField()
    state = models.TextField()
    public_key = models.TextField(null=True)
    recipient = models.TextField(null=True)
    officers = models.TextField()
    practice = models.BooleanField()
    revoked_after_seq = models.BigIntegerField(null=True)

    class Meta:
        db_table = "row_node"
