"""Answers for machines (trả lời cho máy): JSON, and how to tell that it is wanted."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse

from veban.core.shared.refused import Refused

JSON = "application/json"


def wants_json(request: HttpRequest) -> bool:
    """Tell whether a machine asks: every door answers in JSON."""
    return request.path.startswith("/doors/")


def json_answer(body: object, status: int = 200) -> HttpResponse:
    """Return a body as JSON, Vietnamese letters as they are."""
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, content_type=f"{JSON}; charset=utf-8", status=status)


def refused_answer(refusal: Refused, status: int, sentence: str) -> HttpResponse:
    """Return a refusal with its code, its details and its sentence."""
    body: dict[str, Any] = {
        "refused": refusal.code,
        "details": refusal.details,
        "sentence": sentence,
    }
    return json_answer(body, status)
