"""Why a dossier's command is refused (từ chối có mã). Details hold no personal data."""

from veban.core.shared.refused import Refused


class DossierUnknown(Refused):
    """No dossier has this code here."""

    code = "dossier.unknown"


class CodeDoubled(Refused):
    """Two dossiers carry this code; a manager gives one of them another."""

    code = "dossier.code_doubled"


class OnlineOnlyAtPortal(Refused):
    """Channel 2 is filed at the National Portal only, in the person's own account."""

    code = "dossier.online_only_at_portal"


class ChannelUnknown(Refused):
    """The channel is neither 1 (direct) nor 3 (postal)."""

    code = "dossier.channel_unknown"


class NoPapers(Refused):
    """The list of papers is empty."""

    code = "dossier.no_papers"


class PapersMissing(Refused):
    """A paper that the case needs is not among those handed in."""

    code = "dossier.papers_missing"


class ReceivedInFuture(Refused):
    """The reception lies after the machine's clock."""

    code = "dossier.received_in_future"


class ReceivedTooLongAgo(Refused):
    """The reception lies too many days back for this way of entry."""

    code = "dossier.received_too_long_ago"


class OnlyAtCentre(Refused):
    """The law lets this procedure be received at the centre only."""

    code = "dossier.only_at_centre"


class WitnessMissing(Refused):
    """Outside the centre this procedure is an exception that needs a witness."""

    code = "dossier.witness_missing"


class ReasonUnknown(Refused):
    """A reason is not in the list."""

    code = "dossier.reason_unknown"


class MoveUnknown(Refused):
    """There is no move of this name."""

    code = "dossier.move_unknown"


class MoveNotAllowed(Refused):
    """The move is not possible in the dossier's state."""

    code = "dossier.move_not_allowed"


class MoveTooEarly(Refused):
    """The move is said to have happened before what it follows."""

    code = "dossier.before_last_step"


class MoveInFuture(Refused):
    """The move is said to happen after the machine's clock."""

    code = "dossier.move_in_future"


class SecondSupplement(Refused):
    """A second request to supplement needs a leader; it makes the dossier late in the index."""

    code = "dossier.second_supplement"


class SecondReappointment(Refused):
    """A dossier is re-appointed once."""

    code = "dossier.second_reappointment"


class ReappointedTooLate(Refused):
    """An apology with a new date comes before the old date has passed."""

    code = "dossier.reappointed_too_late"


class SignerReceivedIt(Refused):
    """Nobody signs the result of a dossier received by oneself."""

    code = "dossier.signer_received_it"


class NotHolder(Refused):
    """Another node holds the dossier; what is done here becomes a message."""

    code = "dossier.not_holder"


class ReleasedElsewhere(Refused):
    """The dossier is on its way to another node."""

    code = "dossier.in_transit"


class AlreadyThere(Refused):
    """The dossier is with that unit already."""

    code = "dossier.already_there"


class PaperSlipUnknown(Refused):
    """The number of the blank slip is not this node's, or is used on that day."""

    code = "dossier.paper_slip_unknown"


class FileMissing(Refused):
    """A file named in the line is not there."""

    code = "dossier.file_missing"


class SupplementEmpty(Refused):
    """A request to supplement names nothing that is missing."""

    code = "dossier.supplement_empty"
