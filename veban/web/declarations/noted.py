"""What the reception knows of its declaration (tờ khai của hồ sơ đang nhận)."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from veban.core.declarations.complaints import Complaint
from veban.core.declarations.draft import Draft, DraftGone
from veban.core.declarations.findings import TooYoung, too_young
from veban.core.declarations.form import DeclarationForm, form_on, get_form
from veban.core.declarations.kept import write_kept
from veban.core.declarations.typed import filled_in
from veban.core.procedures.papers import CasePaper
from veban.core.shared.local_time import local_day
from veban.edges.rulebook.layered import LayeredRules
from veban.store.drafts.drafts import get_draft
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

OF_DOSSIER = "dossier"
"""Where a draft is for a dossier in hand, its reception names nothing but that dossier."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A draft with its form and what is still wrong with it.

    Args:
        draft: What was typed.
        form: The version of the form that it fills in.
        complaints: Nothing where it is whole.
        young: Who has not completed the years that the law asks for.
    """

    draft: Draft
    form: DeclarationForm
    complaints: tuple[Complaint, ...]
    young: tuple[TooYoung, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether it may go with the dossier."""
        return not self.complaints

    @property
    def go_on(self) -> str:
        """Return the address at which it is filled in further."""
        wrong = next((one.section for one in self.complaints if one.section), None)
        return address(self.draft.draft, wrong or self.form.sections[0].name)

    @property
    def dossier(self) -> str:
        """Return the code of the dossier in hand; empty for one that is being received."""
        return self.draft.reception.get(OF_DOSSIER, [""])[0]

    def carried(self) -> dict[str, Any]:
        """Return what the dossier carries; nothing where it is not whole."""
        return write_kept(self.form, filled_in(self.form, self.draft.data)) if self.is_whole else {}


def address(draft: str, section: str) -> str:
    """Return where a section of a draft is filled in."""
    return f"/declarations/{draft}/{section}"


def form_for(request: HttpRequest, visitor: Visitor, procedure: str) -> DeclarationForm | None:
    """Return the form that a procedure asks for today; None where none is shipped."""
    node = node_of(request)
    forms = node.law.for_unit(visitor.officer.unit).declarations()
    return form_on(forms, procedure, local_day(node.world.clock.now()))


def note_of(node: Node, visitor: Visitor, draft: str) -> Noted:
    """Return a draft of the visitor's unit.

    Raises:
        DraftGone: there is none.
    """
    found = get_draft(node.alias, visitor.scope.units, draft)
    rules: LayeredRules = node.law.for_unit(visitor.officer.unit)
    form = get_form(rules.declarations(), found.form, found.since_on)
    return Noted(
        found,
        form,
        tuple(rules.complaints(form, filled_in(form, found.data))),
        too_young(form, found.data, local_day(node.world.clock.now())),
    )


def find_noted(request: HttpRequest, visitor: Visitor, procedure: str) -> Noted | None:
    """Return the draft that a reception form names; None where it names none.

    Raises:
        DraftGone: it was thrown away, or belongs to another procedure.
    """
    draft = request.POST.get("draft") or request.GET.get("draft")
    if not draft:
        return None
    noted = note_of(node_of(request), visitor, draft)
    if noted.draft.procedure != procedure or noted.dossier:
        raise DraftGone()
    return noted


def resumed(noted: Noted, asked: tuple[CasePaper, ...]) -> QueryDict:
    """Return the reception form as it was left, with the declaration's paper ticked once whole."""
    sent = QueryDict(mutable=True)
    for name, values in noted.draft.reception.items():
        sent.setlist(name, list(values))
    for n, paper in enumerate(asked):
        if noted.is_whole and paper.paper.id in noted.form.papers:
            sent[f"paper{n}-given"] = "on"
    sent["draft"] = noted.draft.draft
    return sent
