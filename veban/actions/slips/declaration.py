"""A dossier's declaration for print (in tờ khai của hồ sơ), as it was handed in."""

from veban.actions.ports import World
from veban.actions.slips.subject import SlipUnknown, Subject, spoken_unit
from veban.core.declarations.form import DeclarationForm, get_form
from veban.core.declarations.kept import read_kept
from veban.core.slips.declaration import Print, Sheet


def gather_declaration(world: World, subject: Subject) -> Sheet:
    """Return what is printed: the version of the form that was filled in, not today's.

    Raises:
        SlipUnknown: the dossier came without a declaration of ours.
        DeclarationUnknown: this program does not know that version of the form.
    """
    kept = read_kept(subject.person.declaration)
    if kept is None:
        raise SlipUnknown(kind="declaration")
    form = get_form(world.rules.declarations(), kept.form, kept.since_on)
    received = subject.received
    return Sheet(
        form=form,
        data=kept.data,
        use=Print.FILLED,
        addressee=addressee(world, received.unit),
        code=received.code,
        practice=world.me.practice,
    )


def model_sheet(world: World, form: DeclarationForm, use: Print, unit: str | None = None) -> Sheet:
    """Return a form filled in with model data, or empty.

    Args:
        world: The node.
        form: Which.
        use: ``SAMPLE`` or ``EMPTY``.
        unit: To whom it is addressed; the node's own unit where none is named.
    """
    data = form.sample if use is Print.SAMPLE else {}
    to_whom = addressee(world, unit or world.me.unit)
    return Sheet(form, data, use, to_whom, practice=world.me.practice)


def addressee(world: World, unit: str) -> str:
    """Return to whom a declaration is addressed: ``Ủy ban nhân dân xã Na Sang``."""
    return f"Ủy ban nhân dân {spoken_unit(world, unit)}"
