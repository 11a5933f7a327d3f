"""Accounts and sessions of this node: local tables, no part of the journal."""

from django.db import models


class AccountRecord(models.Model):
    officer = models.TextField(primary_key=True)
    password = models.TextField(null=True)
    invite = models.TextField(null=True)
    invite_used = models.BooleanField(default=False)
    pin = models.TextField(null=True)
    tries = models.IntegerField(default=0)
    waits_until = models.DateTimeField(null=True)
    invited_at = models.DateTimeField(null=True)
    code_secret = models.TextField(null=True)
    code_step = models.BigIntegerField(default=0)
    recovery = models.TextField(default="")

    class Meta:
        db_table = "account"


class SessionRecord(models.Model):
    token = models.TextField(primary_key=True)
    officer = models.TextField()
    began_at = models.DateTimeField()
    used_at = models.DateTimeField()

    class Meta:
        db_table = "account_session"
