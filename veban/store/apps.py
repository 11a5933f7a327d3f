"""The one Django app: the journal's tables and the rows folded from it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "veban.store"
    label = "store"
    verbose_name = "Nhật ký"
