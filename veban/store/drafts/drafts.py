"""Declarations under the pen (tờ khai đang điền): begin, go on, find, throw away."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from veban.core.declarations.draft import (
    KEPT_AFTER_USE,
    KEPT_FOR,
    Draft,
    DraftGone,
    DraftUsed,
)
from veban.store.drafts.tables import DraftRecord


def begin_draft(alias: str, draft: Draft) -> None:
    """Keep a new draft."""
    DraftRecord._default_manager.using(alias).create(
        draft=draft.draft,
        unit=draft.unit,
        procedure=draft.procedure,
        form=draft.form,
        since_on=draft.since_on,
        touched_at=draft.touched_at,
        content=_packed(draft.data, draft.people, draft.reception),
    )


def get_draft(alias: str, units: Collection[str], draft: str) -> Draft:
    """Return a draft of one of the units.

    Raises:
        DraftGone: there is none.
    """
    found = DraftRecord._default_manager.using(alias).filter(draft=draft, unit__in=units).first()
    if found is None:
        raise DraftGone()
    return _read(found)


def keep_section(
    alias: str, draft: Draft, section: str, values: Mapping[str, Any], at: datetime
) -> Draft:
    """Keep one section as it was typed, beside what others typed meanwhile; return the draft.

    Raises:
        DraftGone: it was thrown away.
        DraftUsed: its dossier is received.
    """
    return _change(alias, draft.draft, at, {section: dict(values)})


def keep_reception(alias: str, draft: Draft, at: datetime) -> Draft:
    """Keep the draft's reception form and people as they were typed last; return the draft."""
    return _change(alias, draft.draft, at, {}, (draft.people, draft.reception))


def use_draft(alias: str, draft: str) -> None:
    """Note that the draft's dossier is received."""
    DraftRecord._default_manager.using(alias).filter(draft=draft).update(used=True)


def drop_draft(alias: str, draft: str) -> None:
    """Throw a draft away."""
    DraftRecord._default_manager.using(alias).filter(draft=draft).delete()


def sweep_drafts(alias: str, now: datetime) -> int:
    """Throw away what nobody touched for a while; return how many."""
    known = DraftRecord._default_manager.using(alias)
    old, _ = known.filter(touched_at__lt=now - KEPT_FOR).delete()
    used, _ = known.filter(used=True, touched_at__lt=now - KEPT_AFTER_USE).delete()
    return old + used


def _change(
    alias: str,
    draft: str,
    at: datetime,
    sections: Mapping[str, Any],
    typed: tuple[Any, Any] | None = None,
) -> Draft:
    with transaction.atomic(using=alias):
        known = DraftRecord._default_manager.using(alias).select_for_update()
        record = known.filter(draft=draft).first()
        if record is None:
            raise DraftGone()
        if record.used:
            raise DraftUsed()
        now = _read(record)
        people, reception = typed or (now.people, now.reception)
        record.content = _packed({**now.data, **sections}, people, reception)
        record.touched_at = at
        record.save(update_fields=["content", "touched_at"])
    return _read(record)


def _packed(data: Any, people: Any, reception: Any) -> str:
    return json.dumps([data, people, reception], ensure_ascii=False)


def _read(record: DraftRecord) -> Draft:
    data, people, reception = json.loads(record.content)
    return Draft(
        draft=record.draft,
        unit=record.unit,
        procedure=record.procedure,
        form=record.form,
        since_on=record.since_on,
        touched_at=record.touched_at,
        data=data,
        people=people,
        reception=reception,
        used=record.used,
    )
