"""Gather the receipt in pictures (phiếu hình) from the event that the receipt is printed from."""

from datetime import date

from veban.actions.ports import World
from veban.actions.slips.receipt import gather_receipt
from veban.actions.slips.subject import Subject, marks
from veban.core.shared.local_time import local_day
from veban.core.slips.pictures import PicturesContent


def gather_pictures(world: World, subject: Subject, address: str) -> PicturesContent:
    """Return everything the pictures show; what the receipt says, and nothing else.

    Args:
        world: The node.
        subject: The dossier.
        address: Public address of tracking, as for the receipt.
    """
    receipt = gather_receipt(world, subject, address)
    back = receipt.hand_back
    return PicturesContent(
        heading=receipt.heading,
        marks=marks(world),
        code=receipt.number.code,
        tracking=subject.person.tracking,
        name=receipt.party.full_name,
        procedure=receipt.procedure.name,
        field=world.rules.procedure(subject.received.procedure).field.code,
        received_on=local_day(receipt.term.received_at),
        come_on=_day(subject, back.how),
        how=back.how,
        place=back.place or receipt.received_place,
        collector=back.collector,
        told=back.told,
        fee_vnd=receipt.fee.amount_vnd,
    )


def _day(subject: Subject, how: str) -> date | None:
    received = subject.received
    if how == "village":
        return received.back_on
    return local_day(subject.dossier.due_at) if subject.dossier.due_at else None
