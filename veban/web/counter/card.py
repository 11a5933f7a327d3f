"""Fill in the applicant from an identity card (đọc thẻ căn cước): scanner or photograph.

A keyboard scanner types the text of the QR and ends with Enter; a phone takes a photograph, which
is read here and kept nowhere.
"""

from django.http import HttpRequest, QueryDict

from veban.core.people.identity import IdentityCard, read_card
from veban.edges.barcodes.reader import NoPicture, read_codes
from veban.web.templatetags.writing import born
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


def with_card(sent: QueryDict, card: IdentityCard | None) -> QueryDict:
    """Return what was sent with the applicant as the card has it; nothing else changes."""
    filled = sent.copy()
    for name in (TYPED, "step"):
        filled.pop(name, None)
    if card is None:
        return filled
    known = {
        "full_name": card.full_name,
        "birth_date": born(card.birth_date or None),
        "sex": card.sex,
        "personal_id": card.number,
        "village": card.residence.partition(",")[0],
    }
    for name, value in known.items():
        if value:
            filled[f"applicant-{name}"] = str(value)
    return filled
