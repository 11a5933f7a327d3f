"""Fit a move's form to the dossier and the officer (biểu mẫu theo hồ sơ và người làm)."""

from veban.core.dossiers.rows import DossierRow
from veban.core.people.roles import Role
from veban.web.counter.move_form import MoveForm, offer_choices
from veban.web.counter.opinions import tell_opinions
from veban.web.serving import Node
from veban.web.visitor import Visitor


def fit_form(form: MoveForm, node: Node, visitor: Visitor, row: DossierRow) -> None:
    """Ask only for what matters for this dossier, and let known things be chosen.

    The reason why the receiver signs is asked for where that is the case and a manager signs.
    """
    if visitor.code != row.received_by or not visitor.has(Role.MANAGER):
        form.leave_out("override_reason")
    if form.move.name == "give_opinion":
        opinions = tell_opinions(node.world.journal.history(row.stream), node.world.clock.now())
        waiting = [(one.ordinal, f"{one.ordinal}. {one.of}") for one in opinions if not one.given]
        offer_choices(form, "ordinal", waiting)
    if form.move.name == "collect_fee":
        reasons = node.law.for_unit(row.unit).reasons()
        offer_choices(form, "exemption", [(code, one.name) for code, one in reasons.items()])
