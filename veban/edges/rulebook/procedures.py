"""Read ``rules/procedures/``: one file for each procedure of the catalogue."""

from collections.abc import Mapping
from typing import Any

from veban.core.procedures.fee_lines import FeeLine, FeePer, Tier
from veban.core.procedures.papers import Case, CasePaper, Handing, Paper, PaperForm
from veban.core.procedures.place import PlaceRule, PlaceRules
from veban.core.procedures.procedure import CatalogueState, Named, Procedure, Result
from veban.core.procedures.term import Term, TermRule
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

_REQUIRED = (
    "code",
    "name",
    "name_en",
    "field",
    "decided_by",
    "state",
    "source",
    "term",
    "fees",
    "exemptions",
    "place",
    "results",
    "legal_basis",
    "papers",
    "cases",
)
_OPTIONAL = ("mobile_variant", "variant_of", "aliases")


def parse_procedure(where: str, given: Any, tables: Mapping[str, Mapping[str, str]]) -> Procedure:
    """Build a procedure from its file.

    Args:
        where: Name of the file, for messages.
        given: What the file holds.
        tables: Shared tables ``fields`` and ``bodies``, code to Vietnamese name.

    Raises:
        RulesBroken: the file does not have the shape of ``docs/law.md``.
    """
    said = keys(where, given, _REQUIRED, _OPTIONAL)
    papers = {paper.id: paper for paper in map(_paper(where), said["papers"])}
    if len(papers) != len(said["papers"]):
        raise RulesBroken(f"{where}: two papers have one id")
    return Procedure(
        code=text(where, said["code"]),
        name=text(where, said["name"]),
        name_en=text(where, said["name_en"]),
        field=_named(where, said["field"], tables["fields"]),
        decided_by=_named(where, said["decided_by"], tables["bodies"]),
        state=word(where, CatalogueState, said["state"]),
        source=source(where, said["source"]),
        term=dated(f"{where} term", said["term"], parse_term),
        fees=dated(f"{where} fees", said["fees"], parse_fees),
        exemptions=dated(f"{where} exemptions", said["exemptions"], parse_exemptions),
        place=dated(f"{where} place", said["place"], parse_place),
        mobile_variant=optional_text(where, said.get("mobile_variant")),
        variant_of=optional_text(where, said.get("variant_of")),
        results=tuple(_result(where, result) for result in said["results"]),
        legal_basis=texts(where, said["legal_basis"]),
        papers=tuple(papers.values()),
        cases=tuple(_case(where, case, papers) for case in said["cases"]),
        aliases=texts(where, said.get("aliases", [])),
    )


def parse_fees(where: str, given: Any) -> tuple[FeeLine, ...]:
    """Read the fee lines of one day.

    Raises:
        RulesBroken: a line has another shape, or a channel has two fees.
    """
    if not isinstance(given, list):
        raise RulesBroken(f"{where}: expected a list of fee lines, got {given!r}")
    lines = tuple(_fee_line(where, line) for line in given)
    channels = [channel for line in lines for channel in line.channels]
    if len(channels) != len(set(channels)):
        raise RulesBroken(f"{where}: a channel has two fees")
    return lines


def _named(where: str, given: Any, table: Mapping[str, str]) -> Named:
    code = text(where, given)
    if code not in table:
        raise RulesBroken(f"{where}: {code!r} is in no table of rules/tables.yaml")
    return Named(code, table[code])


def parse_term(where: str, given: Any) -> Term | None:
    """Read ``{rule, amount}``; None where the law shipped does not know the term."""
    if given is None:
        return None
    said = keys(where, given, ("rule",), ("amount",))
    try:
        return Term(TermRule(said["rule"]), said.get("amount", 0))
    except (TypeError, ValueError) as problem:
        raise RulesBroken(f"{where}: {problem}") from problem


def _fee_line(where: str, given: Any) -> FeeLine:
    said = keys(where, given, ("channels", "per", "vnd"), ("reason", "tiers", "max_vnd"))
    try:
        return FeeLine(
            channels=frozenset(said["channels"]),
            per=FeePer(said["per"]),
            vnd=said["vnd"],
            reason=optional_text(where, said.get("reason")),
            tiers=tuple(Tier(tier["from_page"], tier["vnd"]) for tier in said.get("tiers", [])),
            max_vnd=said.get("max_vnd"),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise RulesBroken(f"{where}: {problem}") from problem


def parse_exemptions(where: str, given: Any) -> frozenset[str]:
    """Read the codes of the reasons that make a fee 0."""
    return frozenset(texts(where, given))


def parse_place(where: str, given: Any) -> PlaceRules:
    """Read ``{village, home}``."""
    said = keys(where, given, ("village", "home"))
    return PlaceRules(
        village=word(where, PlaceRule, said["village"]), home=word(where, PlaceRule, said["home"])
    )


def _result(where: str, given: Any) -> Result:
    said = keys(where, given, ("name", "code"))
    return Result(text(where, said["name"]), optional_text(where, said["code"]))


def _paper(where: str) -> Any:
    def build(given: Any) -> Paper:
        said = keys(where, given, ("paper", "name", "form", "count", "submit"))
        return Paper(
            id=text(where, said["paper"]),
            name=text(where, said["name"]),
            form=word(where, PaperForm, said["form"]),
            count=said["count"],
            submit=word(where, Handing, said["submit"]),
        )

    return build


def _case(where: str, given: Any, papers: Mapping[str, Paper]) -> Case:
    said = keys(where, given, ("case", "name", "papers"))
    asked = []
    for line in said["papers"]:
        wants = keys(where, line, ("paper", "required"))
        if wants["paper"] not in papers:
            raise RulesBroken(f"{where}: case {said['case']} asks for no known {wants['paper']!r}")
        asked.append(CasePaper(papers[wants["paper"]], wants["required"] is True))
    return Case(text(where, said["case"]), text(where, said["name"]), tuple(asked))
