"""Gather what goes with papers on the road: labels of envelopes, the list of a bag."""

from collections.abc import Iterable

from veban.actions.nodes.set_point import find_point
from veban.actions.ports import World
from veban.actions.slips.subject import (
    CENTRE,
    SlipUnknown,
    heading,
    marks,
    officer_name,
    return_way,
    spoken_unit,
)
from veban.core.bags.bag import Bag, bag_stream, fold_bag
from veban.core.bags.envelope import travelling_papers
from veban.core.bags.refusals import BagUnknown
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.state import Dossier, fold
from veban.core.nodes.events import node_stream
from veban.core.nodes.rows import node_rows
from veban.core.procedures.procedure import Procedure, ProcedureUnknown
from veban.core.shared.refused import Refused
from veban.core.slips.carriage import CarriageContent, CarriageRow, carriage_data
from veban.core.slips.envelope import EnvelopeLabel, envelope_data

ENVELOPE = "envelope"
RETURNS = {
    "centre": "tại Trung tâm",
    "village": "tại bản",
    "point": "tại điểm tiếp nhận",
    "post": "qua bưu chính",
    "electronic": "bản điện tử",
}


def envelope_labels(world: World, streams: Iterable[str]) -> dict[str, object]:
    """Return the data of a sheet of labels; what was not received by us has none.

    Raises:
        SlipUnknown: none of the dossiers has an envelope.
    """
    found = [_label(world, dossier) for s in streams if (dossier := _dossier(world, s))]
    labels = [label for label in found if label is not None]
    if not labels:
        raise SlipUnknown(kind=ENVELOPE)
    return envelope_data(labels, practice=world.me.practice)


def bag_list(world: World, bag_id: str) -> dict[str, object]:
    """Return the data of a bag's list.

    Raises:
        BagUnknown: there is no such bag here.
    """
    bag = fold_bag(world.journal.history(bag_stream(bag_id)))
    if bag is None:
        raise BagUnknown(bag=bag_id)
    opened = bag.opened
    done = bag.received_at is not None
    listed = sorted(bag.listed.items(), key=lambda item: item[1])
    content = CarriageContent(
        heading=heading(world, opened.unit, bag.sent_at or bag.opened_at),
        marks=marks(world),
        number=opened.number,
        giver_place=desk_place(world, opened.from_desk),
        giver=officer_name(world, bag.giver) if bag.giver else None,
        taker_place=desk_place(world, opened.to_desk),
        taker=officer_name(world, bag.taker) if bag.taker else None,
        sent_at=bag.sent_at,
        received_at=bag.received_at,
        rows=tuple(
            _row(world, stream, code, (stream in bag.found) if done else None)
            for stream, code in listed
        ),
        extra=_extra(bag),
    )
    return carriage_data(content)


def desk_place(world: World, desk: str) -> str:
    """Return an end of a bag's way in words.

    Args:
        world: The node.
        desk: ``node:ID``.
    """
    node = desk.partition(":")[2]
    if node == (world.me.centre or world.me.speaks_as):
        return CENTRE
    if point := find_point(world.journal, node):
        return f"{point.title} ({point.area})" if point.area else point.title
    stream = node_stream(node)
    row = next(iter(node_rows(stream, world.journal.history(stream))), None)
    return row.name if row and row.name else node


def _extra(bag: Bag) -> tuple[str, ...]:
    return tuple(sorted(code for stream, code in bag.found.items() if stream not in bag.listed))


def _row(world: World, stream: str, code: str, arrived: bool | None) -> CarriageRow:
    dossier = _dossier(world, stream)
    if dossier is None or dossier.received is None:
        return CarriageRow(code, "", None, arrived)
    received = dossier.received
    procedure = _procedure(world, received.procedure)
    papers = sum(travelling_papers(received.papers, procedure).values())
    ended = dossier.state in (DossierState.DONE, DossierState.RETURNED)
    name = procedure.name if procedure else received.procedure
    return CarriageRow(code, name, None if ended else papers, arrived)


def _label(world: World, dossier: Dossier) -> EnvelopeLabel | None:
    received = dossier.received
    if received is None:
        return None
    procedure = _procedure(world, received.procedure)
    papers = travelling_papers(received.papers, procedure)
    return EnvelopeLabel(
        code=dossier.code,
        procedure=procedure.name if procedure else received.procedure,
        centre=_unit(world, received.unit),
        papers=tuple((form.value, count) for form, count in papers.items()),
        return_how=RETURNS[return_way(received)],
    )


def _unit(world: World, code: str) -> str:
    try:
        return spoken_unit(world, code)
    except Refused:
        return code


def _procedure(world: World, code: str) -> Procedure | None:
    try:
        return world.rules.procedure(code)
    except ProcedureUnknown:
        return None


def _dossier(world: World, stream: str) -> Dossier | None:
    return fold(world.journal.history(stream))
