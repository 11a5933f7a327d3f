"""See that a declaration handed in with a dossier fits its form (kiểm tra tờ khai)."""

from veban.actions.ports import World
from veban.core.declarations.complaints import DeclarationElsewhere, refuse_wrong
from veban.core.declarations.form import get_form
from veban.core.declarations.kept import read_kept
from veban.core.dossiers.commands import ReceiveDossier


def check_declaration(world: World, command: ReceiveDossier) -> None:
    """Let a declaration of ours through that is whole, and any that is not of ours.

    Another system's declaration is kept as it came: nothing here knows its form.

    Raises:
        DeclarationUnknown: its form, or that version of it, is not shipped.
        DeclarationElsewhere: the form belongs to other procedures.
        DeclarationWrong: it does not fit; the refusal names places, no values.
    """
    kept = read_kept(command.declaration)
    if kept is None:
        return
    form = get_form(world.rules.declarations(), kept.form, kept.since_on)
    if command.procedure not in form.procedures:
        raise DeclarationElsewhere(form=form.name, procedure=command.procedure)
    refuse_wrong(form.name, world.rules.complaints(form, kept.data))
