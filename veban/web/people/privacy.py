"""Personal data (dữ liệu cá nhân): what is held, what for, how long; who looked at it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from veban.core.people.looks import COMMAND_LINE, Look, LookAt, LooksWanted
from veban.core.people.roles import Role
from veban.store.looks.looks import list_looks, record_look
from veban.store.queries.dossiers import find_dossier
from veban.store.queries.people import list_officers
from veban.store.queries.queue import dossiers_named
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor, real_now

KEEPERS = (Role.ADMIN, Role.MANAGER)
SHOWN = 200


class LooksForm(forms.Form):
    """Whose looks, at what, on which day."""

    officer = forms.ChoiceField(label=_("Ai xem"), required=False)
    code = forms.CharField(label=_("Mã hồ sơ"), required=False, max_length=60)
    on = forms.DateField(
        label=_("Ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Ngày chưa đúng.")},
    )

    def __init__(self, officers: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [("", _("Tất cả")), *officers, (COMMAND_LINE, _("Dòng lệnh ở máy chủ"))]
        self.fields["officer"].choices = named  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """One look in words."""

    look: Look
    who: Any
    code: str


@officer_required(*KEEPERS)
@require_safe
def show_privacy(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the kinds of personal data, and the ways on."""
    rules = node_of(request).law.for_unit(visitor.officer.unit)
    kinds = list(rules.retention().values())
    context = {
        "kinds": kinds,
        "unknown": sum(kind.how_long is None for kind in kinds),
        "may_find": visitor.has(Role.MANAGER),
        "menu": "privacy",
    }
    return render(request, "people/privacy.html", context)


@officer_required(*KEEPERS)
@require_http_methods(GET_OR_POST)
def show_looks(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List who looked; that this list was looked at is recorded as well."""
    node = node_of(request)
    officers = list_officers(node.alias, visitor.scope)
    names = {row.officer: row.name or row.officer for row in officers}
    form = LooksForm(sorted(names.items(), key=lambda one: one[1]), request.POST or None)
    wanted = _wanted(node, visitor, form, frozenset({*names, COMMAND_LINE}))
    looks = list_looks(node.alias, wanted, SHOWN + 1)
    record_look(node.alias, Look(real_now(), visitor.code, LookAt.LOOKS, "", len(looks)))
    rows = dossiers_named(node.alias, visitor.scope, {look.subject for look in looks})
    codes = {stream: row.code for stream, row in rows.items()}
    names[COMMAND_LINE] = str(_("Dòng lệnh ở máy chủ"))
    lines = [Line(one, names[one.officer], codes.get(one.subject, "")) for one in looks[:SHOWN]]
    context = {"form": form, "lines": lines, "more": len(looks) > SHOWN, "menu": "privacy"}
    status = 422 if form.errors else 200
    return render(request, "people/looks.html", context, status=status)


def _wanted(node: Node, visitor: Visitor, form: LooksForm, officers: frozenset[str]) -> LooksWanted:
    """Return what was asked for, of the officers of the reader's units only."""
    if not form.is_valid():
        return LooksWanted(officers)
    given = form.cleaned_data
    asked = given["officer"]
    code = given["code"].strip()
    row = find_dossier(node.alias, visitor.scope, code) if code else None
    stream = (row.stream if row else code) if code else None
    return LooksWanted(frozenset({asked}) if asked else officers, stream, given["on"])
