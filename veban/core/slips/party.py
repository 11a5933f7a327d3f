"""The people a slip names, and the day the team comes back to them."""

from dataclasses import dataclass
from datetime import date

from veban.core.slips.wording import day_text, weekday_text


@dataclass(frozen=True, slots=True)
class Party:
    """The person whose dossier it is (người nộp hồ sơ); None means that nothing is known.

    The official form shows the personal number in full, since the slip is the person's own.
    """

    full_name: str
    personal_id: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ask or to tell, with the phone number that reaches them."""

    full_name: str
    phone: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class ComeBack:
    """When the team is back in the village (tổ lưu động trở lại bản) and who is asked meanwhile.

    Args:
        on: Local day; None leaves a line to fill in, since a promise must not be guessed.
        place: Where people find the team, such as "Nhà văn hóa bản Na Pheo".
        contact: The team's contact for this village.
    """

    on: date | None
    place: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for the body: the office in words and the name."""

    title: str
    full_name: str


def party_data(party: Party) -> dict[str, object]:
    """Return the person's lines; unknown ones stay None and become lines to fill in."""
    return {
        "name": party.full_name,
        "personal_id": party.personal_id,
        "address": party.address,
        "phone": party.phone,
        "email": party.email,
    }


def contact_text(contact: Contact) -> str:
    """Write a person in one line.

    Example:
        >>> contact_text(Contact("Giàng A Mẫu", "0900 000 001", "cháu"))
        'Giàng A Mẫu (cháu), điện thoại 0900 000 001'
    """
    relation = f" ({contact.relation})" if contact.relation else ""
    phone = f", điện thoại {contact.phone}" if contact.phone else ""
    return f"{contact.full_name}{relation}{phone}"


def come_back_data(come_back: ComeBack | None) -> dict[str, object] | None:
    """Return the large box with its leaf of a block calendar, or None where no team returns."""
    if come_back is None:
        return None
    on = come_back.on
    return {
        "day": day_text(on) if on else None,
        "weekday": weekday_text(on) if on else None,
        "leaf_day": str(on.day) if on else None,
        "leaf_month": str(on.month) if on else None,
        "place": come_back.place,
        "contact_name": come_back.contact.full_name,
        "contact_phone": come_back.contact.phone,
    }
