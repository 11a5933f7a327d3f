"""One slip of a dossier (in phiếu): from its events to the data of the template."""

from collections.abc import Callable
from typing import Any

from veban.actions.ports import World
from veban.actions.slips.acts import get_act
from veban.actions.slips.control import gather_control
from veban.actions.slips.declaration import gather_declaration
from veban.actions.slips.moves import (
    gather_apology,
    gather_refusal,
    gather_stop,
    gather_supplement,
)
from veban.actions.slips.pictures import gather_pictures
from veban.actions.slips.receipt import gather_receipt
from veban.actions.slips.subject import get_subject
from veban.core.slips.apology import apology_data
from veban.core.slips.control import control_data
from veban.core.slips.declaration import declaration_data
from veban.core.slips.pictures import pictures_data
from veban.core.slips.receipt import receipt_data
from veban.core.slips.refusal import refusal_data
from veban.core.slips.stop import stop_data
from veban.core.slips.supplement import supplement_data

_OF_ACT: dict[str, tuple[Callable[..., Any], Callable[..., dict[str, object]]]] = {
    "supplement": (gather_supplement, supplement_data),
    "refusal": (gather_refusal, refusal_data),
    "apology": (gather_apology, apology_data),
    "stop": (gather_stop, stop_data),
}

KINDS = ("receipt", "pictures", *_OF_ACT, "control", "declaration")
"""The slips that one dossier may have."""


def dossier_slip(world: World, stream: str, kind: str, address: str = "") -> dict[str, object]:
    """Return the data of a slip's template.

    Args:
        world: The node.
        stream: The dossier's stream.
        kind: One of ``KINDS``.
        address: Public address of tracking, for the QR of a receipt.

    Raises:
        SlipUnknown: nothing happened that this slip is printed from.
        SlipErased: the dossier's persons are erased.
        ValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {KINDS}, got {kind!r}")
    subject = get_subject(world, stream, kind)
    if kind == "receipt":
        return receipt_data(gather_receipt(world, subject, address))
    if kind == "pictures":
        return pictures_data(gather_pictures(world, subject, address))
    if kind == "control":
        return control_data(gather_control(world, subject))
    if kind == "declaration":
        return declaration_data(gather_declaration(world, subject))
    gather, data = _OF_ACT[kind]
    return data(gather(world, subject, get_act(world, subject, kind)))
