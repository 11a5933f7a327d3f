"""Rows of devices, their leases, and those that stay as points (máy, dải số, điểm tiếp nhận)."""

from typing import ClassVar

from django.db import models

from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.points import PointRow
from veban.core.nodes.rows import NodeRow


class NodeRecord(models.Model):
    ROW: ClassVar[type] = NodeRow

    stream = models.TextField(primary_key=True)
    node = models.TextField()
    name = models.TextField()
    unit = models.TextField()
    kind = models.TextField()
    state = models.TextField()
    public_key = models.TextField(null=True)
    recipient = models.TextField(null=True)
    officers = models.TextField()
    practice = models.BooleanField()
    revoked_after_seq = models.BigIntegerField(null=True)
    writer = models.TextField(default="")

    class Meta:
        db_table = "row_node"
        indexes: ClassVar = [
            models.Index(fields=["node"], name="row_node_node"),
            models.Index(fields=["unit"], name="row_node_unit"),
        ]


class LeaseRecord(models.Model):
    ROW: ClassVar[type] = LeaseRow

    pk = models.CompositePrimaryKey("stream", "part")
    stream = models.TextField()
    part = models.TextField()
    unit = models.TextField()
    agency = models.TextField()
    node = models.TextField()
    node_key = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    from_serial = models.BigIntegerField()
    to_serial = models.BigIntegerField(null=True)
    given_at = models.DateTimeField()
    numbers = models.TextField()
    signature = models.TextField()

    class Meta:
        db_table = "row_lease"
        indexes: ClassVar = [
            models.Index(fields=["agency"], name="row_lease_agency"),
            models.Index(fields=["node"], name="row_lease_node"),
        ]


class PointRecord(models.Model):
    ROW: ClassVar[type] = PointRow

    stream = models.TextField(primary_key=True)
    node = models.TextField()
    unit = models.TextField()
    point = models.TextField()
    area = models.TextField()
    since = models.DateTimeField()

    class Meta:
        db_table = "row_point"
        indexes: ClassVar = [
            models.Index(fields=["unit", "node"], name="row_point_unit_node"),
        ]
