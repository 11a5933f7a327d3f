"""Read the small tables of ``rules/``: reasons, ages, states, slips, fee reasons, units."""

from typing import Any

from veban.core.law.ages import AgeLimits
from veban.core.law.dated import Dated
from veban.core.law.retention import KeptKind, SetBy
from veban.core.law.tables import FeeReason, NationalState, SlipForm
from veban.core.procedures.reasons import Reason
from veban.core.procedures.units import Unit, UnitKind
from veban.edges.rulebook.shapes import (
    RulesBroken,
    dated,
    keys,
    optional_text,
    source,
    text,
    texts,
    word,
)


def parse_reasons(where: str, given: Any) -> dict[str, Reason]:
    """Read ``rules/reasons.yaml``."""
    reasons = {}
    for code, entry in given.items():
        said = keys(f"{where} {code}", entry, ("name", "group", "home_visit", "source"))
        reasons[code] = Reason(
            code=text(where, code),
            name=text(where, said["name"]),
            group=text(where, said["group"]),
            home_visit=said["home_visit"] is True,
            source=source(f"{where} {code}", said["source"]),
        )
    return reasons


def parse_ages(where: str, given: Any) -> dict[str, Dated[AgeLimits]]:
    """Read ``rules/ages.yaml``."""
    return {group: dated(f"{where} {group}", entry, _age) for group, entry in given.items()}


def parse_fee_reasons(where: str, given: Any) -> dict[str, FeeReason]:
    """Read ``rules/fee_reasons.yaml``."""
    reasons = {}
    for code, entry in given.items():
        said = keys(f"{where} {code}", entry, ("name", "asks_resolution", "source"))
        asks = said["asks_resolution"] is True
        origin = source(f"{where} {code}", said["source"])
        reasons[code] = FeeReason(text(where, code), text(where, said["name"]), asks, origin)
    return reasons


def parse_retention(where: str, given: Any) -> dict[str, KeptKind]:
    """Read ``rules/retention.yaml``."""
    kinds, asked = {}, ("name", "purpose", "sensitive", "how_long", "set_by", "source")
    for kind, entry in given.items():
        said = keys(f"{where} {kind}", entry, asked)
        kinds[kind] = KeptKind(
            kind=text(where, kind),
            name=text(where, said["name"]),
            purpose=text(where, said["purpose"]),
            sensitive=said["sensitive"] is True,
            how_long=optional_text(where, said["how_long"]),
            set_by=word(where, SetBy, said["set_by"]),
            source=source(f"{where} {kind}", said["source"]),
        )
    return kinds


def parse_statuses(where: str, given: Any) -> dict[int, NationalState]:
    """Read ``rules/statuses.yaml``."""
    said = keys(where, given, ("source", "states"))
    source(where, said["source"])
    states = {}
    for code, entry in said["states"].items():
        has = keys(f"{where} {code}", entry, ("name", "name_en", "terminal", "clock"))
        states[code] = NationalState(
            code=code,
            name=text(where, has["name"]),
            name_en=text(where, has["name_en"]),
            terminal=has["terminal"] is True,
            clock=text(where, has["clock"]),
        )
    return states


def parse_slips(where: str, given: Any) -> dict[str, SlipForm]:
    """Read ``rules/slips.yaml``."""
    slips = {}
    for slip, entry in given.items():
        said = keys(f"{where} {slip}", entry, ("number", "name", "paper", "source"))
        slips[slip] = SlipForm(
            slip=text(where, slip),
            number=text(where, said["number"]),
            name=text(where, said["name"]),
            paper=text(where, said["paper"]),
            source=source(f"{where} {slip}", said["source"]),
        )
    return slips


def parse_units(where: str, given: Any) -> dict[str, Unit]:
    """Read one province's file of ``rules/units/``: the province and its units."""
    said = keys(where, given, ("source", "province", "agency", "units"))
    source(where, said["source"])
    province = text(where, said["province"])
    units = {}
    for code, entry in said["units"].items():
        has = keys(
            f"{where} {code}",
            entry,
            ("name", "kind", "full_name"),
            ("postal_code", "former", "villages"),
        )
        units[code] = Unit(
            code=text(where, code),
            name=text(where, has["name"]),
            kind=word(where, UnitKind, has["kind"]),
            full_name=text(where, has["full_name"]),
            province=province,
            postal_code=optional_text(where, has.get("postal_code")),
            former=texts(where, has.get("former", [])),
            villages=texts(where, has.get("villages", [])),
            agency=text(where, said["agency"]) if code == province else None,
        )
    return units


def _age(where: str, given: Any) -> AgeLimits:
    said = keys(where, given, (), ("at_least", "below"))
    if not said or not all(type(years) is int and years > 0 for years in said.values()):
        raise RulesBroken(f"{where}: expected years in at_least or below, got {given!r}")
    return AgeLimits(said.get("at_least"), said.get("below"))
