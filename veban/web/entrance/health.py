"""Is the server there? (kiểm tra máy chủ) Answered without the database, locked or not."""

from django.http import HttpRequest, HttpResponse

from veban.web.access import public
from veban.web.doors.answers import json_answer
from veban.web.serving import serving_of


@public
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200; a locked laptop says that exchange waits."""
    locked = serving_of(request).node is None
    return json_answer({"health": "ok", "locked": locked, "exchange": "waits" if locked else "on"})
