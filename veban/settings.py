"""Django's settings: what is the same for every node; databases are registered by alias."""

import secrets

SECRET_KEY = secrets.token_hex(32)
"""Of this process only; a serving node sets its own from its data folder."""

DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "vi"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = ["veban.store.apps.StoreConfig"]

DATABASES: dict[str, dict[str, object]] = {}
"""Empty: a data folder decides; see ``veban.store.databases.config``."""
