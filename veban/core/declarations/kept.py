"""How a declaration travels in a reception (tờ khai trong hồ sơ): private, with its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from veban.core.declarations.form import DeclarationForm


@dataclass(frozen=True, slots=True)
class Kept:
    """A declaration as a dossier keeps it.

    Args:
        form: Name of the form.
        since_on: First day of the version that was filled in.
        digest: Digest of that version's file.
        data: Section → field → value.
    """

    form: str
    since_on: date
    digest: str
    data: Mapping[str, Any]


def write_kept(form: DeclarationForm, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON that ``ReceiveDossier.declaration`` carries."""
    return {
        "form": form.name,
        "since": form.since_on.isoformat(),
        "digest": form.digest,
        "data": dict(data),
    }


def read_kept(given: Mapping[str, Any]) -> Kept | None:
    """Read it again; None where the mapping is none of ours, as another system may send.

    Example:
        >>> kept = read_kept({"form": "birth", "since": "2025-07-01", "digest": "", "data": {}})
        >>> kept.since_on
        datetime.date(2025, 7, 1)
        >>> read_kept({"child": "Sùng A Thử"}) is None
        True
    """
    form, since, data = given.get("form"), given.get("since"), given.get("data")
    if not isinstance(form, str) or not isinstance(since, str) or not isinstance(data, Mapping):
        return None
    try:
        day = date.fromisoformat(since)
    except ValueError:
        return None
    return Kept(form, day, str(given.get("digest") or ""), data)
