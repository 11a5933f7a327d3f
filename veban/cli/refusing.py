"""Say a refusal to people on stderr, and to programs on stdout (báo từ chối)."""

from typing import Any

from veban.cli.answers import put, say
from veban.cli.loading import find_sentence
from veban.core.shared.refused import Refused


class _Shown(dict[str, object]):
    """Details as a sentence shows them; one that is missing shows its name."""

    def __missing__(self, key: str) -> str:
        return f"({key})"


def sentence_of(refusal: Refused) -> str:
    """Return what happened and what to do, with the code at the end for whoever is asked."""
    shown = _Shown({name: _words(value) for name, value in refusal.details.items()})
    text = find_sentence(refusal.code) or "Không thực hiện được."
    return f"{text.format_map(shown)} [{refusal.code}]"


def answer_of(refusal: Refused) -> dict[str, Any]:
    """Return a refusal as the public formats write it."""
    return {"refused": refusal.code, "details": refusal.details}


def report(refusal: Refused, *, as_json: bool) -> None:
    """Tell a command's refusal."""
    if as_json:
        put(answer_of(refusal))
    say(sentence_of(refusal))


def _words(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
