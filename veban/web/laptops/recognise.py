"""Take back a laptop that the restored centre does not know (nhận lại máy), by a leader."""

import secrets
from contextlib import closing
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from veban.actions.exchange.recognise import Recognition, recognise_node
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.round.stick_uploads import sealed_file, sealed_uploads
from veban.web.serving import node_of
from veban.web.visitor import Visitor


@officer_required(Role.MANAGER)
@csrf_exempt
@require_http_methods(GET_OR_POST)
def recognise_file(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Ask for the sealed file of a laptop, and for the word that it is in our own hands."""
    node: Any = node_of(request)
    with sealed_uploads(request, node.folder / "uploads"):
        return _recognise(request, visitor)


@csrf_protect
def _recognise(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    problem, status = "", 200
    if request.method == "POST" and not request.POST.get("in_hand"):
        problem, status = _("Đánh dấu vào ô xác nhận máy đang ở trong tay người của đơn vị."), 422
    elif request.method == "POST":
        recognition = Recognition(request.POST.get("key", ""), visitor.code)
        try:
            with closing(sealed_file(request)) as file:
                done = recognise_node(node_of(request).exchange.x, file, recognition)
            told = "again" if done.again else "all"
            return HttpResponseRedirect(f"/nodes/{done.node}?recognised={told}")
        except Refused as refusal:
            problem, status = sentence_of(refusal), status_of(refusal)
    context = {
        "problem": problem,
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "road",
    }
    return render(request, "laptops/recognise.html", context, status=status)
