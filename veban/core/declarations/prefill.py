"""What a declaration begins with (điền sẵn tờ khai): what is known is not asked again."""

from collections.abc import Mapping
from typing import Any

from veban.core.declarations.form import Origin, Section
from veban.core.declarations.typed import show_value
from veban.core.people.identity import IdentityCard
from veban.core.shared.typed_day import show_day

People = Mapping[str, Mapping[str, Any]]
"""``applicant``, ``contact``, ``earlier.SECTION`` → names of fields → what is known."""

_MADE = ("form", "since", "digest")


def applicant_known(said: Mapping[str, Any], unit: str) -> dict[str, Any]:
    """Return the applicant in the names that sections use.

    Args:
        said: The applicant's fields as typed, from a card, a roster or an earlier dossier.
        unit: Full name of the home unit, for the address.
    """
    names = ("full_name", "birth_date", "sex", "ethnicity", "personal_id", "phone")
    known = {name: said.get(name) for name in names}
    known["identity_paper"] = paper_words(said.get("personal_id"), "")
    known["residence"] = ", ".join(part for part in (said.get("village"), unit) if part)
    return {name: value for name, value in known.items() if value}


def contact_known(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the person who can be reached, in the names that sections use."""
    names = ("full_name", "phone", "relation")
    return {name: said[name] for name in names if said.get(name)}


def card_known(card: IdentityCard) -> dict[str, Any]:
    """Return what an identity card says, in the names that sections use."""
    known = {
        "full_name": card.full_name,
        "birth_date": card.birth_date,
        "sex": card.sex,
        "personal_id": card.number,
        "residence": card.residence,
        "identity_paper": paper_words(card.number, card.issued_on),
    }
    return {name: value for name, value in known.items() if value}


def paper_words(number: str | None, issued_on: str) -> str:
    """Return an identity paper in the words of a declaration; empty without a number.

    Example:
        >>> paper_words("000000000001", "2022-02-01")
        'Thẻ căn cước số 000000000001, cấp ngày 01/02/2022'
    """
    if not number:
        return ""
    issued = f", cấp ngày {show_day(issued_on)}" if issued_on else ""
    return f"Thẻ căn cước số {number}{issued}"


def earlier_known(declaration: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the sections of an earlier declaration as people who may stand in this one."""
    sections = declaration.get("data")
    if not set(_MADE) <= set(declaration) or not isinstance(sections, Mapping):
        return {}
    return {
        f"earlier.{name}": values
        for name, values in sections.items()
        if isinstance(values, Mapping)
    }


def begin_section(section: Section, people: People, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a section begins with that nobody has touched yet.

    Args:
        section: The one that is opened.
        people: Whom we know.
        data: The sections filled in so far.

    Returns:
        Kept values by field: the first origin that knows anything, over the defaults.
    """
    begin: dict[str, Any] = {one.name: one.default for one in section.fields if one.default}
    for origin in section.origins:
        known = people.get(origin.person, {})
        if known and _holds(origin, {**people, **data}):
            names = {one.name: one for one in section.fields}
            return begin | {
                name: value
                for name, value in known.items()
                if name in names and show_value(names[name], value)
            }
    return begin


def _holds(origin: Origin, said: Mapping[str, Mapping[str, Any]]) -> bool:
    places = {tuple(place.split(".", 1)): value for place, value in origin.when.items()}
    return all(said.get(part, {}).get(name) == value for (part, name), value in places.items())
