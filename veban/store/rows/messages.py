"""Rows of messages (tin báo)."""

from typing import ClassVar

from django.db import models

from veban.core.dossiers.messages import MessageRow


class MessageRecord(models.Model):
    ROW: ClassVar[type] = MessageRow

    stream = models.TextField(primary_key=True)
    hash = models.TextField()
    dossier = models.TextField()
    code = models.TextField()
    move = models.TextField()
    officer = models.TextField()
    at = models.DateTimeField()
    node = models.TextField()

    class Meta:
        db_table = "row_message"
        indexes: ClassVar = [
            models.Index(fields=["dossier"], name="row_message_dossier"),
        ]
