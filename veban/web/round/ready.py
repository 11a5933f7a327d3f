"""Before leaving (kiểm tra trước khi đi): what is ready, what is not, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from veban.core.people.scope import Scope
from veban.core.rounds.readiness import ASKED, CLOCK, Level, ReadyLine, Said
from veban.store.queries.people import officer_names
from veban.store.readiness.said import say_line
from veban.web.access import officer_required
from veban.web.counter.slips import pdf_answer
from veban.web.refusal_pages import PageUnknown, sentence_of_code
from veban.web.round.ready_words import DATABASE, LEVELS, TITLES, TODO, TONES
from veban.web.serving import node_of, serving_of
from veban.web.templatetags.writing import instant
from veban.web.visitor import Visitor
from veban.wiring.readiness import check_readiness
from veban.wiring.road_slips import print_check_pdf

MEGABYTES_A_GIGABYTE = 1000


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line as the page shows it; ``days`` are numbers left on each day."""

    name: str
    title: str
    level: str
    tone: str
    found: str
    todo: str
    asks: bool
    days: tuple[tuple[date, int], ...] = ()

    @property
    def answered_at(self) -> str:
        """Return where an officer's answer goes: the clock is asked about on other pages too."""
        return CLOCK if self.name == CLOCK else f"road/ready/{self.name}"


@officer_required()
@require_safe
def show_ready(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the list, measured now."""
    node = _laptop(request)
    lines = check_readiness(node)
    worst = [level for level in (Level.STOP, Level.WARN) if any(x.level is level for x in lines)]
    context = {
        "lines": list(_seen(node, lines)),
        "worst": worst[0].value if worst else Level.OK.value,
        "now": node.world.clock.now(),
        "node": node.world.me.node,
        "menu": "road",
    }
    return render(request, "round/ready.html", context)


@officer_required()
@require_POST
def confirm_ready(request: HttpRequest, visitor: Visitor, line: str) -> HttpResponse:
    """Note that the officer looked at what cannot be measured."""
    node = _laptop(request)
    if line not in ASKED:
        raise PageUnknown()
    say_line(node.alias, line, Said(visitor.code, node.world.clock.now()))
    return HttpResponseRedirect(f"/road/ready#{line}")


@officer_required()
@require_safe
def print_check(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the page that tries the printer, as PDF."""
    return pdf_answer(print_check_pdf(_laptop(request)), "in-thu.pdf")


def _laptop(request: HttpRequest) -> Any:
    if not serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)


def _seen(node: Any, lines: tuple[ReadyLine, ...]) -> Iterator[LineSeen]:
    said = [str(line.details["officer"]) for line in lines if "officer" in line.details]
    scope = Scope(frozenset({node.world.me.unit}), frozenset())
    names = officer_names(node.alias, scope, said)
    for line in lines:
        yield LineSeen(
            name=line.name,
            title=TITLES[line.name],
            level=LEVELS[line.level],
            tone=TONES[line.level],
            found=_found(line, names),
            todo=_todo(line),
            asks=line.asks,
            days=tuple(line.details.get("days", {}).items()),
        )


def _todo(line: ReadyLine) -> Any:
    why = str(line.details.get("why", ""))
    return TODO.get((line.name, why)) or TODO.get((line.name, line.level.value), "")


def _found(line: ReadyLine, names: dict[str, str]) -> str:
    """Say what was measured or said."""
    known = line.details
    if "why" in known:
        return sentence_of_code(known["why"], known)
    if "officer" in known:
        said = {"name": names[known["officer"]], "at": instant(known["at"])}
        return _("%(name)s đã xem lúc %(at)s.") % said
    match line.name:
        case "heard" if known:
            return _("Trung tâm trả lời lần cuối lúc %(at)s.") % {"at": instant(known["at"])}
        case "heard":
            return _("Máy chưa gặp Trung tâm lần nào.")
        case "numbers":
            return _("Ngày ít nhất còn %(number)s số.") % {"number": known["least"]}
        case "disk":
            free = f"{known['free_mb'] / MEGABYTES_A_GIGABYTE:.1f}".replace(".", ",")
            return _("Còn trống %(number)s GB.") % {"number": free}
        case "unsent":
            return _("%(entries)s bước ghi và %(files)s tệp chưa về tới Trung tâm.") % known
        case "power" if known:
            return _power(known)
        case "clock":
            return _clock(known)
        case "folder":
            return _("Đã mã hóa; chỉ mở được bằng cụm từ mở máy của công chức được mời.")
        case "database":
            return str(DATABASE[line.level])
    return _("Chưa ai xem trong 24 giờ qua.")


def _power(known: Any) -> str:
    if known["plugged"]:
        return _("Pin còn %(percent)s%%, đang cắm điện.") % known
    return _("Pin còn %(percent)s%%.") % known


def _clock(known: Any) -> str:
    if "last_known" in known:
        return _(
            "Máy đang chỉ %(shows)s, nhưng việc gần nhất máy biết là lúc %(last)s, "
            "%(days)s ngày trước."
        ) % {
            "shows": instant(known["shows"]),
            "last": instant(known["last_known"]),
            "days": known["days_ahead"],
        }
    if "ahead_s" not in known:
        return _("Chưa so được với đồng hồ của Trung tâm.")
    if known["ahead_s"] >= 0:
        return _("Nhanh %(seconds)s giây so với Trung tâm.") % {"seconds": known["ahead_s"]}
    return _("Chậm %(seconds)s giây so với Trung tâm.") % {"seconds": -known["ahead_s"]}
