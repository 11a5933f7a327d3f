"""The journal's tables; entries are inserted, never updated, and only ``person`` is ever removed.

Instants are text as they are hashed (UTC, milliseconds), so that what is read back is what was
sealed, on every database.
"""

from typing import ClassVar

from django.db import models

HASH = 64
INSTANT = 29


class EntryRecord(models.Model):
    """A sealed entry without its private part (mục nhật ký).

    ``position`` is local: it grows by one an entry in the order of commits. ``arrived``
    repeats it for what came from elsewhere and is 0 for what this journal wrote itself; only
    among the latter are (node, seq) and (key, ordinal) unique.
    """

    position = models.IntegerField(primary_key=True)
    hash = models.CharField(max_length=HASH)
    node = models.TextField()
    seq = models.BigIntegerField()
    arrived = models.BigIntegerField()
    stream = models.TextField()
    version = models.BigIntegerField()
    type = models.TextField()
    schema = models.IntegerField()
    occurred_at = models.CharField(max_length=INSTANT)
    recorded_at = models.CharField(max_length=INSTANT)
    actor = models.TextField()
    key = models.TextField()
    ordinal = models.IntegerField()
    facts = models.TextField()
    person_digest = models.CharField(null=True, max_length=HASH)
    prev_hash = models.CharField(max_length=HASH)
    arrived_at = models.CharField(max_length=INSTANT)

    class Meta:
        db_table = "journal_entry"
        indexes: ClassVar = [
            models.Index(fields=["stream", "version"], name="journal_entry_stream"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hash"], name="journal_entry_hash"),
            models.UniqueConstraint(fields=["node", "seq", "arrived"], name="journal_entry_chain"),
            models.UniqueConstraint(
                fields=["key", "ordinal"],
                condition=models.Q(arrived=0),
                name="journal_entry_own_key",
            ),
        ]


class PersonRecord(models.Model):
    """The private part of the entry at ``position`` and its salt; both go with an erasure."""

    position = models.IntegerField(primary_key=True)
    salt = models.TextField()
    body = models.TextField()

    class Meta:
        db_table = "journal_person"


class PlaceRecord(models.Model):
    """The accepted order of a stream (thứ tự được chấp nhận)."""

    pk = models.CompositePrimaryKey("stream", "version")
    stream = models.TextField()
    version = models.BigIntegerField()
    hash = models.CharField(max_length=HASH)

    class Meta:
        db_table = "journal_place"


class HeadRecord(models.Model):
    """How far a node's chain is held without a gap from its first entry.

    The own node's row is the lock under which numbers are given; ``position`` is the last one
    given in this journal and stands in the own row only.
    """

    node = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.CharField(max_length=HASH)
    recorded_at = models.CharField(max_length=INSTANT, null=True)
    position = models.BigIntegerField()

    class Meta:
        db_table = "journal_head"


class AnswerRecord(models.Model):
    """What a command was answered, for its repeats."""

    key = models.TextField(primary_key=True)
    digest = models.TextField()
    body = models.TextField()

    class Meta:
        db_table = "journal_answer"


class ErasedRecord(models.Model):
    """A stream whose private parts are gone, those that arrive later included."""

    stream = models.TextField(primary_key=True)
    hash = models.CharField(max_length=HASH)

    class Meta:
        db_table = "journal_erased"


class FileRecord(models.Model):
    """A file that the private part of an entry names, by its SHA-256."""

    pk = models.CompositePrimaryKey("digest", "hash")
    digest = models.CharField(max_length=HASH)
    hash = models.CharField(max_length=HASH)

    class Meta:
        db_table = "journal_file"
        indexes: ClassVar = [models.Index(fields=["hash"], name="journal_file_entry")]


class UnwantedFileRecord(models.Model):
    """A file that no entry names any more and that is still to be removed from the folder."""

    digest = models.CharField(primary_key=True, max_length=HASH)

    class Meta:
        db_table = "journal_unwanted_file"
