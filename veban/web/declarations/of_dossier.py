"""A declaration for a dossier that is in hand (tờ khai cho hồ sơ đang giữ): to print and sign.

What a dossier was received with is an entry that nobody changes, so this one is not recorded in
it: it begins with what the dossier knows and goes to paper.
"""

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from veban.core.declarations.draft import Draft
from veban.core.declarations.form import DeclarationForm, DeclarationUnknown
from veban.core.declarations.prefill import applicant_known, contact_known, earlier_known
from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.received import DossierPerson, DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.store.drafts.drafts import begin_draft
from veban.web.access import officer_required
from veban.web.counter.dossier import get_row
from veban.web.counter.looking import note_look
from veban.web.counter.reception_table import known_people
from veban.web.declarations.fill import home_of
from veban.web.declarations.noted import OF_DOSSIER, address, form_for
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor, real_now


@officer_required(Role.RECEIVER)
@require_POST
def begin_of_dossier(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """Begin a declaration with what a dossier in hand knows.

    Raises:
        DeclarationUnknown: no form of the procedure is shipped, or the dossier is closed.
    """
    node = node_of(request)
    row = get_row(node, visitor, code)
    form = form_of_dossier(request, visitor, row)
    if form is None:
        raise DeclarationUnknown(form=row.procedure)
    draft = Draft(
        draft=secrets.token_hex(16),
        unit=visitor.officer.unit,
        procedure=row.procedure,
        form=form.name,
        since_on=form.since_on,
        touched_at=real_now(),
        people=_people(node, visitor, row),
        reception={OF_DOSSIER: [row.code]},
    )
    note_look(node, visitor, LookAt.DOSSIER, row.stream)
    begin_draft(node.alias, draft)
    return HttpResponseRedirect(address(draft.draft, form.sections[0].name))


def form_of_dossier(
    request: HttpRequest, visitor: Visitor, row: DossierRow
) -> DeclarationForm | None:
    """Return the form that a dossier in hand may be declared on; None where there is none."""
    held = row.holder == node_of(request).world.me.node
    if not held or row.erased or DossierState(row.state) in CLOSED or not visitor.can_receive:
        return None
    return form_for(request, visitor, row.procedure)


def _people(node: Node, visitor: Visitor, row: DossierRow) -> dict[str, object]:
    person = _person(node, row)
    if person is None:
        return {}
    known = known_people(person)
    born = {"birth_date": str(person.applicant.birth_date or "")}
    return {
        "applicant": applicant_known(known["applicant"] | born, home_of(node, visitor)),
        "contact": contact_known(known["contact"]),
        **earlier_known(person.declaration),
    }


def _person(node: Node, row: DossierRow) -> DossierPerson | None:
    events = (step.event for step in node.world.journal.history(row.stream))
    received = next((event for event in events if isinstance(event, DossierReceived)), None)
    return received.person if received else None
