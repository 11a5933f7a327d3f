"""Make a laptop a reception point (lập điểm tiếp nhận), give it another name, or end it."""

import secrets

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from veban.actions.nodes.set_point import PointPlan, end_point, set_point
from veban.core.nodes.points import LONGEST
from veban.core.shared.refused import Refused
from veban.web.access import officer_required
from veban.web.counter.reception_forms import REQUIRED
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.laptops.laptop import make_laptop
from veban.web.laptops.laptops import KEEPERS, get_laptop_row
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of
from veban.web.visitor import Visitor


class PointForm(forms.Form):
    """What the place is called and where it is."""

    point = forms.CharField(
        label=_("Tên điểm tiếp nhận"),
        help_text=_("Ví dụ: Hừa Ngài. In trên Giấy tiếp nhận và hiện ở đầu trang của máy."),
        max_length=LONGEST,
        error_messages=REQUIRED,
    )
    area = forms.CharField(
        label=_("Ở bản hoặc xã cũ nào"),
        help_text=_("Ví dụ: xã Hừa Ngài cũ; không bắt buộc."),
        max_length=LONGEST,
        required=False,
    )


@officer_required(*KEEPERS)
@require_http_methods(GET_OR_POST)
def name_point(request: HttpRequest, visitor: Visitor, laptop: str) -> HttpResponse:
    """Ask what the point is called, and record it; or record that it is one no more."""
    node, row = node_of(request), get_laptop_row(request, visitor, laptop)
    found = make_laptop(node, visitor, row)
    known = {"point": found.point.point, "area": found.point.area} if found.point else {}
    ends = request.POST.get("end") == "1"
    form, status = PointForm(None if ends else request.POST or None, initial=known), 200
    if ends or form.is_valid():
        given = {} if ends else form.cleaned_data
        plan = PointPlan(request.POST.get("key", ""), row.node, visitor.code, **given)
        try:
            (end_point if ends else set_point)(node.world, plan)
            return HttpResponseRedirect(f"/nodes/{row.node}")
        except Refused as refusal:
            form = PointForm(request.POST)
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
    context = {
        "laptop": found,
        "form": form,
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "road",
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "laptops/point.html", context, status=status)
