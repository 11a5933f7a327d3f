"""Back home (bàn giao khi về): what the laptop carries, and what to do with each line."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from veban.core.people.roles import Role
from veban.core.slips.gap_lines import gap_lines
from veban.core.slips.return_list import Heap
from veban.web.access import officer_required
from veban.web.refusal_pages import PageUnknown
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor
from veban.wiring.return_list import gather_return
from veban.wiring.road_slips import return_list_pdf

HEAPS: dict[Heap, tuple[Any, Any]] = {
    Heap.PAPERS: (
        _("Hồ sơ đã nhận, giấy đang giữ"),
        _("Giao giấy cho Trung tâm, hai bên ký; ghi bàn giao trên máy."),
    ),
    Heap.RESULTS: (
        _("Kết quả mang đi, chưa trả"),
        _("Giao lại cho Trung tâm; hẹn lại với người dân."),
    ),
    Heap.HANDED_BACK: (
        _("Kết quả đã trả tại bản"),
        _("Nộp phiếu ký nhận. Dòng chờ xác nhận: đồng bộ rồi xem lại."),
    ),
    Heap.MESSAGES: (
        _("Việc đã làm, chờ Trung tâm xác nhận"),
        _("Đồng bộ rồi xem lại; dòng bị từ chối thì hỏi lãnh đạo."),
    ),
}


@officer_required(Role.RECEIVER)
@require_safe
def show_return(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the list as it stands now."""
    content = gather_return(_laptop(request))
    context = {
        "list": content,
        "heaps": [
            (heap.value, title, todo, content.heap(heap)) for heap, (title, todo) in HEAPS.items()
        ],
        "numbers": [(one.day, one.used, gap_lines(one.gaps)) for one in content.numbers],
        "left": content.unsent_entries + content.unsent_files,
        "menu": "road",
    }
    return render(request, "round/return.html", context)


@officer_required(Role.RECEIVER)
@require_safe
def return_as_pdf(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Return the list to be signed by both sides, as PDF."""
    response = HttpResponse(return_list_pdf(_laptop(request)), content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="ban-giao.pdf"'
    return response


def _laptop(request: HttpRequest) -> Any:
    if not serving_of(request).is_field:
        raise PageUnknown()
    return node_of(request)
