"""Tables of exchanges: local to a node, no part of its journal, and never counted from alone."""

from typing import ClassVar

from django.db import models

HASH = 64


class ExcerptRecord(models.Model):
    """An entry numbered for a peer, with the digest of its excerpt up to here."""

    pk = models.CompositePrimaryKey("peer", "number")
    peer = models.TextField()
    number = models.BigIntegerField()
    hash = models.CharField(max_length=HASH)
    digest = models.CharField(max_length=HASH)

    class Meta:
        db_table = "exchange_excerpt"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["peer", "hash"], name="exchange_excerpt_hash"),
        ]


class VoucherRecord(models.Model):
    """A signed list of hashes that a peer sent, in the order of arrival."""

    id = models.BigAutoField(primary_key=True)
    sender = models.TextField()
    to = models.TextField()
    start_count = models.BigIntegerField()
    start_digest = models.CharField(max_length=HASH)
    end_count = models.BigIntegerField()
    end_digest = models.CharField(max_length=HASH)
    hashes = models.TextField()
    signature = models.TextField()
    arrived_at = models.DateTimeField()

    class Meta:
        db_table = "exchange_voucher"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sender", "start_count", "start_digest", "end_digest"],
                name="exchange_voucher_once",
            ),
        ]


class RefusedRecord(models.Model):
    """A peer whose last word was no, with the refusal's code; gone when it greets again."""

    peer = models.TextField(primary_key=True)
    code = models.TextField()

    class Meta:
        db_table = "exchange_refused"


class HeardRecord(models.Model):
    """The last greeting of a peer."""

    peer = models.TextField(primary_key=True)
    greeting = models.TextField()
    heard_at = models.DateTimeField()

    class Meta:
        db_table = "exchange_heard"


class BackupRecord(models.Model):
    """A backup of this node that was read back whole: how far it holds each chain."""

    id = models.BigAutoField(primary_key=True)
    made_at = models.DateTimeField()
    positions = models.TextField()

    class Meta:
        db_table = "exchange_backup"


class WantedFileRecord(models.Model):
    """A file that an entry from a peer names and that is not here yet."""

    pk = models.CompositePrimaryKey("peer", "file")
    peer = models.TextField()
    file = models.CharField(max_length=HASH)

    class Meta:
        db_table = "exchange_wanted_file"
        indexes: ClassVar = [models.Index(fields=["file"], name="exchange_wanted_file_file")]


class InvitationRecord(models.Model):
    """An open invitation of a laptop; the secret is what its request must be proved with."""

    mark = models.CharField(primary_key=True, max_length=HASH)
    secret = models.TextField()
    node = models.TextField()
    until = models.DateTimeField()
    used_by = models.TextField(null=True)

    class Meta:
        db_table = "exchange_invitation"
