"""Tracking for machines (tra cứu cho máy): public, without persons."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from veban.core.shared.local_time import format_instant
from veban.web.access import public
from veban.web.citizen.track import find_tracked
from veban.web.doors.answers import json_answer


@public
@require_safe
def track(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with unit, state and date; all null for a code that is not known here."""
    page = find_tracked(request, code, request.GET.get("t"))
    due_at = page.due_at and format_instant(page.due_at)
    body = {
        "code": page.code,
        "found": page.found,
        "unit": page.unit,
        "state": page.state,
        "due_at": due_at,
        "returned_at": page.returned_at and format_instant(page.returned_at),
        "procedure": page.procedure,
    }
    return json_answer(body)
