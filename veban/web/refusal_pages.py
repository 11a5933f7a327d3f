"""Turn a refusal into a page, or into JSON at the doors (trang từ chối); the only place."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy

from veban.core.shared.refused import Refused
from veban.web.doors.answers import refused_answer, wants_json
from veban.web.refusals import SENTENCES

UNKNOWN = (422, "Không thực hiện được việc này. Báo quản trị hệ thống kèm mã ở cuối trang.")

WAYS_ON = {"clock.behind_last_entry": ("/clock", gettext_lazy("Mở trang Đồng hồ của máy"))}
"""Code → page on which a person gets on, and what the way there is called."""


class PageUnknown(Refused):
    """There is no page at this address."""

    code = "page.unknown"


class FormStale(Refused):
    """A form came without the token of this browser: opened too long ago, or elsewhere."""

    code = "page.form_stale"


class PageFailed(Refused):
    """The program failed; nothing was written."""

    code = "page.failed"


class RefusalMiddleware:
    """Answer a ``Refused`` that a view raised."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return refusal_response(request, problem) if isinstance(problem, Refused) else None


class _Shown(dict[str, str]):
    """Details as a sentence shows them; one that is missing shows its name."""

    def __missing__(self, key: str) -> str:
        return f"({key})"


def status_of(refusal: Refused) -> int:
    """Return the HTTP status of a refusal."""
    return SENTENCES.get(refusal.code, UNKNOWN)[0]


def sentence_of(refusal: Refused) -> str:
    """Return what a person reads, in the language of the page."""
    return sentence_of_code(refusal.code, refusal.details)


def sentence_of_code(code: str, details: Mapping[str, object]) -> str:
    """Return what a person reads of a code that was kept; a detail that is gone shows its name."""
    text = gettext(SENTENCES.get(code, UNKNOWN)[1])
    return text.format_map(_Shown({name: _words(v) for name, v in details.items()}))


def sentence_alone(code: str) -> str | None:
    """Return what a person reads of a code kept without its details; None where it needs them."""
    text = SENTENCES.get(code, (0, "{"))[1]
    return None if "{" in text else gettext(text)


def refusal_response(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Return the page of a refusal, or its JSON at a door."""
    status, sentence = status_of(refusal), sentence_of(refusal)
    if wants_json(request):
        response = refused_answer(refusal, status, sentence)
    else:
        back = request.path if request.method == "POST" else None
        way = WAYS_ON.get(refusal.code)
        context = {"code": refusal.code, "sentence": sentence, "back": back, "way": way}
        response = render(request, "refused.html", context, status=status)
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Basic realm="veban"'
    if isinstance(seconds := refusal.details.get("seconds"), int):
        response.headers["Retry-After"] = str(seconds)
    return response


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return refusal_response(request, PageUnknown())


def page_failed(request: HttpRequest) -> HttpResponse:
    """Answer when the program itself failed; Django has logged why."""
    return refusal_response(request, PageFailed())


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was not sent from our own page."""
    return refusal_response(request, FormStale())


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
