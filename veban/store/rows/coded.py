"""Which dossiers a code leads to (mã hồ sơ)."""

from django.db.models import Q

from veban.core.dossiers.rows import CodeRow
from veban.store.rows.tables import row_tables


def with_code(alias: str, condition: Q) -> Q:
    """Return the condition that a dossier has such a code, as part of the one statement."""
    codes = row_tables()[CodeRow].model._default_manager.using(alias).filter(condition)
    return Q(stream__in=codes.values("stream"))
