"""The review of a reception (xem lại trước khi ghi): everything once more, before any number."""

from collections.abc import Sequence
from typing import Any

from veban.actions.dossiers.preview import Preview
from veban.core.dossiers.codes import PlaceKind
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.procedures.procedure import Procedure
from veban.core.shared.local_time import local_day
from veban.web import words
from veban.web.counter.find_procedure import term_words
from veban.web.counter.reception_input import ReceptionInput
from veban.web.counter.reception_table import Table


def review_context(
    table: Table, given: ReceptionInput, command: ReceiveDossier, preview: Preview
) -> dict[str, Any]:
    """Return what the review page shows."""
    procedure: Procedure = table.procedure
    return {
        "procedure": procedure,
        "case": table.case,
        "case_name": next((c.name for c in procedure.cases if c.case == table.case), None),
        "command": command,
        "event": preview.event,
        "warnings": [*preview.event.warnings, *preview.identity],
        "finding": preview.finding,
        "reminders": _reminders(command, preview),
        "term": term_words(procedure.on(local_day(command.received_at))),
        "papers": list(zip(preview.event.papers, _kept(preview), strict=True)),
        "reasons": dict(table.reasons),
        "noted": given.noted,
        "round": next((r.name for r in table.rounds if r.round == command.round), None),
        "carried": list(given.carried()),
        "elsewhere": list(given.carried_elsewhere()),
        "menu": "receive",
    }


def _kept(preview: Preview) -> Sequence[Any]:
    return preview.event.person.papers if preview.event.person else ()


def _reminders(command: ReceiveDossier, preview: Preview) -> list[str]:
    """Return what nobody has to write, and what is missed later where nobody did."""
    told, place = command.contact, command.place
    found = {
        "place.unnamed": place.kind in (PlaceKind.VILLAGE, PlaceKind.POINT) and not place.village,
        "return.no_day": words.way_of(place.kind, command.return_to.how) == "village"
        and not preview.event.back_on,
        "contact.nobody": not command.applicant.phone and not (told and told.may_be_told),
    }
    return [code for code, missing in found.items() if missing]
