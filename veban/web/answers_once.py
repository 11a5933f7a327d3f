"""A form's answer gets an address of its own on a laptop (trang trả lời có địa chỉ riêng).

A browser writes what it sent to a page that answers a form itself into its file of open tabs, so
that it can send it again after a crash; there it would lie readable on a lost laptop. So the
laptop's own browser is sent on to the answer, which waits in memory: for the same browser, until
the laptop is locked or the process ends.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from django.http import HttpRequest, HttpResponse

from veban.core.shared.refused import Refused
from veban.web.refusal_pages import refusal_response
from veban.web.serving import serving_of
from veban.web.visitor import COOKIE

PLACE = "/answers/"
KEPT = 64


class AnswerGone(Refused):
    """The page answered a form before the laptop was locked or started again."""

    code = "page.gone"


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    status: int
    headers: Mapping[str, str]
    session: str | None


class AnswersMiddleware:
    """Send a browser from its form to the form's answer.

    Answers hang on the open node and go with it when the laptop is locked; those of a locked
    laptop, which name nobody, hang on the middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._kept: WeakKeyDictionary[Any, dict[str, _Answer]] = WeakKeyDictionary()
        self._guard = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(PLACE):
            return self._find(request)
        response = self._get_response(request)
        return self._keep(request, response) if _is_kept(request, response) else response

    def _keep(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        token = secrets.token_urlsafe(16)
        onward = HttpResponse(status=303, headers={"Location": PLACE + token})
        onward.cookies = response.cookies
        session = request.COOKIES.get(COOKIE)
        answer = _Answer(response.content, response.status_code, dict(response.headers), session)
        with self._guard:
            answers = self._answers(request)
            answers[token] = answer
            while len(answers) > KEPT:
                del answers[next(iter(answers))]
        return onward

    def _find(self, request: HttpRequest) -> HttpResponse:
        with self._guard:
            answer = self._answers(request).get(request.path.removeprefix(PLACE))
        if answer is None or answer.session != request.COOKIES.get(COOKIE):
            return refusal_response(request, AnswerGone())
        return HttpResponse(answer.body, status=answer.status, headers=answer.headers)

    def _answers(self, request: HttpRequest) -> dict[str, _Answer]:
        return self._kept.setdefault(serving_of(request).node or self, {})


def _is_kept(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        serving_of(request).is_field
        and request.method == "POST"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and not response.streaming
        and response.headers.get("Content-Type", "").startswith("text/html")
        and not 300 <= response.status_code < 400
    )
