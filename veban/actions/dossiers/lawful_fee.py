"""What the law asks for a dossier (mức thu theo quy định), as of the day of its reception."""

from veban.actions.ports import World
from veban.core.dossiers.received import DossierReceived
from veban.core.procedures.fees import fee_for
from veban.core.shared.local_time import local_day


def lawful_fee(world: World, received: DossierReceived | None) -> int | None:
    """Return the fee in đồng; None where nobody knows it, or the dossier was not received here.

    What was told at the table stands. Where no rate was known then, one entered at the law desk
    since, in force on that day, counts.

    Raises:
        Refused: ``procedure.unknown``, ``law.unknown``.
    """
    if received is None:
        return None
    if received.fee_vnd is not None:
        return received.fee_vnd
    rules = world.law.for_unit(received.unit)
    procedure = rules.procedure(received.procedure).on(local_day(received.received_at))
    reasons = received.person.reasons if received.person else ()
    return fee_for(procedure, received.channel, copies=received.copies, reasons=reasons).vnd
