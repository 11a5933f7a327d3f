"""The unit's agency code (mã định danh cơ quan): entered when somebody knows it."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from veban.actions.nodes.add_unit import UnitFounding, add_unit
from veban.actions.nodes.found import Founding
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.shared.refused import Refused
from veban.store.queries.people import find_unit_settings
from veban.web.access import officer_required
from veban.web.entrance.forms import REQUIRED
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor


class AgencyForm(forms.Form):
    """What is asked for."""

    agency = forms.CharField(
        label=_("Mã định danh cơ quan"),
        help_text=_("Do tỉnh cấp, ví dụ H18.50.12. Hồ sơ nhận từ lúc này mang mã mới."),
        max_length=40,
        error_messages=REQUIRED,
    )


@officer_required(Role.ADMIN)
@require_http_methods(GET_OR_POST)
def settle_agency(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Ask for the code and settle it for the officer's unit."""
    if serving_of(request).is_field:
        raise PageUnknown()
    node, unit = node_of(request), visitor.officer.unit
    settings = find_unit_settings(node.alias, visitor.scope, unit)
    known = {"agency": settings.agency} if settings and settings.agency else None
    form, status = AgencyForm(request.POST or None, initial=known), 200
    if form.is_valid():
        mode = Mode(settings.mode) if settings else Mode.COMPANION
        try:
            code = form.cleaned_data["agency"].strip()
            add_unit(node.world, UnitFounding(unit, Founding(mode, code)))
            return HttpResponseRedirect("/law#agency")
        except Refused as refusal:
            form.add_error("agency", sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    context = {"form": form, "title": _("Mã định danh cơ quan"), "rest": "agency"}
    return render(request, "law/form.html", context | {"menu": "law"}, status=status)
