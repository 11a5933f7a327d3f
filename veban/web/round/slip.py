"""Type a receipt that was written by hand (nhập từ phiếu giấy), then receive as usual."""

import secrets
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from veban.actions.numbers.blank_slips import SlipOnPaper, bring_slip
from veban.core.dossiers.typed import check_not_ahead
from veban.core.nodes.blank_slips import ByHandWhy
from veban.core.people.roles import Role
from veban.core.shared.local_time import LOCAL
from veban.core.shared.refused import Refused
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.by_hand import ByHand
from veban.web.counter.find_procedure import query
from veban.web.counter.reception_forms import REQUIRED, one_of
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor

HIGHEST = 99_999_999


class PaperSlipForm(forms.Form):
    """What stands on the slip, and why it was written by hand."""

    serial = forms.IntegerField(
        label=_("Số phiếu"),
        help_text=_("Số in to trong khung ở đầu phiếu, ví dụ 0401."),
        min_value=1,
        max_value=HIGHEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=REQUIRED | {"invalid": _("Chỉ ghi các chữ số của số phiếu.")},
    )
    day = forms.DateField(
        label=_("Ngày nhận hồ sơ, như ghi trên phiếu"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=REQUIRED | {"invalid": _("Ghi ngày có thật.")},
    )
    time = forms.TimeField(
        label=_("Giờ nhận hồ sơ, như ghi trên phiếu"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=REQUIRED | {"invalid": _("Ghi giờ và phút, ví dụ 09:30.")},
    )
    why = one_of(_("Vì sao viết tay?"), words.BY_HAND)

    def by_hand(self) -> ByHand:
        """Return number and time as the reception form takes them."""
        given = self.cleaned_data
        return ByHand(given["serial"], datetime.combine(given["day"], given["time"], LOCAL))


@officer_required(Role.RECEIVER)
@require_http_methods(GET_OR_POST)
def type_slip(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Take number, true day and hour and reason, then go on to the reception."""
    form, status = PaperSlipForm(request.POST or None), 200
    key = request.POST.get("key") or secrets.token_hex(16)
    if form.is_valid():
        by_hand = form.by_hand()
        slip = SlipOnPaper(key, by_hand.serial, form.cleaned_data["day"], visitor.code)
        try:
            check_not_ahead(by_hand.at, node_of(request).world.clock.now())
            bring_slip(node_of(request).world, slip, ByHandWhy(form.cleaned_data["why"]))
            return HttpResponseRedirect(f"/receive{query(slip=by_hand.text())}")
        except Refused as refusal:
            form.add_error("serial", sentence_of(refusal))
            status = status_of(refusal)
            key = secrets.token_hex(16)
    status = 422 if form.errors and status == 200 else status
    context = {"form": form, "key": key, "away": serving_of(request).is_field, "menu": "road"}
    return render(request, "round/slip.html", context, status=status)
