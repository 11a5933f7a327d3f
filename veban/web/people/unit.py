"""How the unit works (thiết lập đơn vị): companion or full, what the field's numbers are worth."""

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.actions.nodes.settle_unit import UnitWish, settle_unit
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode, NumberStanding
from veban.core.shared.refused import Refused
from veban.store.queries.people import find_unit_settings
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.people.officer_forms import UnitForm
from veban.web.refusal_pages import PageUnknown, sentence_of, status_of
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor


@officer_required(Role.ADMIN)
@require_http_methods(GET_OR_POST)
def settle(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the unit's settings and change them."""
    if serving_of(request).is_field:
        raise PageUnknown()
    node, unit = node_of(request), visitor.officer.unit
    known = find_unit_settings(node.alias, visitor.scope, unit)
    mode = known.mode if known else Mode.COMPANION.value
    numbers = known.numbers if known else NumberStanding.PROVISIONAL.value
    form = UnitForm(request.POST or None, initial={"mode": mode, "numbers": numbers})
    status, key = 200, request.POST.get("key") or secrets.token_hex(16)
    if form.is_valid():
        given = form.cleaned_data
        wish = UnitWish(
            key, unit, visitor.code, Mode(given["mode"]), NumberStanding(given["numbers"])
        )
        try:
            settle_unit(node.world, wish)
            return HttpResponseRedirect("/unit?saved=1")
        except Refused as refusal:
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
    context = {
        "form": form,
        "agency": known.agency if known else None,
        "saved": request.GET.get("saved", ""),
        "key": key,
        "menu": "officers",
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "people/unit.html", context, status=status)
