"""Django's settings: what is the same for every node; databases are registered by alias.

Field nodes speak plain http on a hotspot, so no cookie is secure-only and nothing asks for
https; ``SameSite=Strict`` and the content policy do not depend on it.
"""

import secrets
from pathlib import Path

_WEB = Path(__file__).resolve().parent / "web"

SECRET_KEY = secrets.token_hex(32)
"""Of this process only: nothing that outlives it is signed with it."""

DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "veban.store.apps.StoreConfig",
    "django.contrib.staticfiles",
    "csp",
]

DATABASES: dict[str, dict[str, object]] = {}
"""Empty: a data folder decides; see ``veban.store.databases.config``."""

# A laptop is reached under whatever address the hotspot gives it; no page builds an address
# from the Host header.
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "veban.web.urls"
APPEND_SLASH = False

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "veban.web.no_store.NoStoreMiddleware",
    "veban.web.language.LanguageMiddleware",
    "veban.web.answers_once.AnswersMiddleware",
    "veban.web.refusal_pages.RefusalMiddleware",
    "veban.web.locked.LockedMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_WEB / "templates"],
        "OPTIONS": {
            "context_processors": ["veban.web.frame.frame"],
            "builtins": ["django.templatetags.i18n", "veban.web.templatetags.writing"],
            "libraries": {"writing": "veban.web.templatetags.writing"},
        },
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [_WEB / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# msgid is Vietnamese, so Vietnamese needs no catalogue.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [_WEB / "locale"]
USE_I18N = True

CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "veban.web.refusal_pages.csrf_failed"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # Browsers ignore it on plain http and complain.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# Nothing personal is written outside the data folder: uploads stay in memory.
FILE_UPLOAD_HANDLERS = ["veban.web.uploads.MemoryUploads"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
DATA_UPLOAD_MAX_NUMBER_FILES = 40
