"""Fill in the applicant from an identity card (đọc thẻ căn cước): scanner or photograph.

A keyboard scanner types the text of the QR and ends with Enter; a phone takes a photograph, which
is read here and kept nowhere.
"""

from collections.abc import Iterable

from django.http import HttpRequest, QueryDict

from veban.core.dossiers.commands import Applicant
from veban.core.dossiers.sitting import on_card
from veban.core.people.identity import IdentityCard, read_card
from veban.core.shared.fold_text import fold_text
from veban.edges.barcodes.reader import NoPicture, read_codes
from veban.web.counter.sitting import applicant_fields
from veban.web.uploads import LARGEST_FILE

STEP = "card"
TYPED, PHOTO = "card", "card_photo"


def asks_for_card(request: HttpRequest) -> bool:
    """Tell whether the form was sent with a card to read.

    Enter in any field presses the form's first button, which is the card's; without a card that
    means to go on.
    """
    return request.POST.get("step") == STEP and bool(
        request.POST.get(TYPED, "").strip() or request.FILES.get(PHOTO)
    )


def sent_card(request: HttpRequest) -> IdentityCard | None:
    """Return the card that was sent; None where nothing on it could be read."""
    texts = [request.POST.get(TYPED, "")]
    photo = request.FILES.get(PHOTO)
    if photo is not None and (photo.size or 0) <= LARGEST_FILE:
        try:
            texts += read_codes(photo.read())
        except NoPicture:
            return None
    return next(filter(None, map(read_card, texts)), None)


def is_of_another(sent: QueryDict, card: IdentityCard, known: Iterable[Applicant]) -> bool:
    """Tell whether the form already names somebody who is not the card's person.

    Args:
        sent: The form.
        card: The card that was read.
        known: Who is known at the sitting; a name that nobody knows may be a first guess.
    """
    number = sent.get("applicant-personal_id", "").replace(" ", "")
    if number:
        return number != card.number
    named = fold_text(sent.get("applicant-full_name", "").strip())
    others = {fold_text(one.full_name) for one in known} - {fold_text(card.full_name)}
    return named in others


def with_card(sent: QueryDict, card: IdentityCard | None) -> QueryDict:
    """Return what was sent with the applicant as the card has it; nothing else changes."""
    filled = sent.copy()
    for name in (TYPED, "step"):
        filled.pop(name, None)
    if card is None:
        return filled
    for name, value in applicant_fields(on_card(card)).items():
        if value:
            filled[f"applicant-{name}"] = str(value)
    return filled
