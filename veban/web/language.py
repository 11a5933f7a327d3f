"""Vietnamese unless the reader asked for English (chọn ngôn ngữ); a cookie remembers it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from veban.web.access import public

COOKIE = "language"
KNOWN = ("vi", "en")
YEAR_S = 365 * 24 * 3600


class LanguageMiddleware:
    """Speak the language of the cookie; what a browser prefers does not count here.

    Offices share their machines, and their browsers are often installed in English.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.COOKIES.get(COOKIE, "vi")
        with translation.override(asked if asked in KNOWN else "vi"):
            response = self._get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "vi")
        return response


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember a language and go back to the page."""
    back = request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = HttpResponseRedirect(back if safe else "/")
    language = request.POST.get("language", "vi")
    if language in KNOWN:
        response.set_cookie(COOKIE, language, max_age=YEAR_S, samesite="Strict", httponly=True)
    return response
