"""Find a procedure by words, with or without tone marks (tìm thủ tục)."""

from collections.abc import Iterable

from veban.core.procedures.procedure import Procedure
from veban.core.shared.fold_text import fold_text

# Words of nearly every name: they rank nothing unless nothing else was typed.
_NOISE = frozenset(
    ("thu", "tuc", "dang", "ky", "cap", "cho", "va", "cua", "o", "tai", "xin", "lam")
)
_PREFIX_FROM = 4


def find(procedures: Iterable[Procedure], text: str, limit: int = 20) -> tuple[Procedure, ...]:
    """Return the procedures that the words name, best first.

    A code finds its procedure alone. A mobile form comes after the ordinary one unless the words
    ask for it; without any word all procedures come, by name.

    Args:
        procedures: The catalogue.
        text: What was typed.
        limit: Most that are returned, at least 1.
    """
    known = sorted(procedures, key=lambda procedure: (fold_text(procedure.name), procedure.code))
    wanted = fold_text(text)
    if not wanted:
        return tuple(known[:limit])
    exact = tuple(procedure for procedure in known if procedure.code == text.strip())
    if exact:
        return exact
    scored = [(_score(procedure, wanted), procedure) for procedure in known]
    hits = [pair for pair in scored if pair[0] > 0]
    hits.sort(key=lambda pair: -pair[0])
    return tuple(procedure for _, procedure in hits[:limit])


def _score(procedure: Procedure, wanted: str) -> float:
    names = (procedure.name, *procedure.aliases)
    best = max(_match(fold_text(name), wanted) for name in names)
    if procedure.code.startswith(wanted):
        best = max(best, 1.0)
    asks_mobile = "luu dong" in wanted
    if best and procedure.variant_of and not asks_mobile:
        best *= 0.5
    return best


def _match(name: str, wanted: str) -> float:
    words, telling = _telling(name), _telling(wanted)
    found = sum(1 for word in telling if _is_among(word, words))
    if found * 2 <= len(telling) and found < len(telling):
        return 0.0
    share = found / len(telling)
    phrase = 0.5 if " ".join(telling) in " ".join(words) else 0.0
    # A short name that the words fill is meant rather than a long one that contains them too.
    return share + phrase + 0.4 * min(1.0, len(telling) / len(words))


def _telling(text: str) -> list[str]:
    words = text.split()
    return [word for word in words if word not in _NOISE] or words


def _is_among(word: str, words: list[str]) -> bool:
    if len(word) < _PREFIX_FROM:
        return word in words
    return any(known.startswith(word) for known in words)
