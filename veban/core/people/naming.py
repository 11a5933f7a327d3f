"""Find one person in what was recorded about many (tìm một người trong dữ liệu đã ghi)."""

from collections.abc import Iterator, Mapping
from typing import Any

from veban.core.shared.fold_text import fold_text

Path = tuple[str, ...]


def naming(given: Any, asked: str, path: Path = ()) -> Iterator[Path]:
    """Yield where the smallest objects stand that name a person.

    Args:
        given: Private JSON.
        asked: A name, with or without tone marks, or a number.
        path: Where ``given`` stands.

    Example:
        >>> told = {"applicant": {"full_name": "Vàng Thị Dua"}, "papers": [{"name": "Tờ khai"}]}
        >>> list(naming(told, "vang thi dua"))
        [('applicant',)]
    """
    inner = _items(given)
    if any(isinstance(value, str) and is_named(value, asked) for _, value in inner):
        yield path
    for key, value in inner:
        if not isinstance(value, str):
            yield from naming(value, asked, (*path, key))


def is_named(value: str, asked: str) -> bool:
    """Tell whether a value holds all words of a name, or is the number.

    Example:
        >>> is_named("0912 345 000", "0912345000"), is_named("Dua", "Vàng Thị Dua")
        (True, False)
    """
    wanted = fold_text(asked).split()
    number = "".join(wanted)
    if number.isdecimal():
        return "".join(value.split()) == number
    return bool(wanted) and set(wanted) <= set(fold_text(value).split())


def at(given: Any, path: Path) -> Any:
    """Return what stands at a path."""
    for key in path:
        given = given[int(key)] if isinstance(given, list) else given[key]
    return given


def leaves(given: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every plain value with its path; what is empty is passed over.

    Example:
        >>> list(leaves({"phone": None, "papers": [{"name": "Tờ khai"}]}))
        [(('papers', '0', 'name'), 'Tờ khai')]
    """
    if isinstance(given, Mapping | list):
        for key, value in _items(given):
            yield from leaves(value, (*path, key))
    elif given not in (None, ""):
        yield path, str(given)


def _items(given: Any) -> list[tuple[str, Any]]:
    if isinstance(given, Mapping):
        return [(str(key), value) for key, value in given.items()]
    return [(str(n), value) for n, value in enumerate(given)] if isinstance(given, list) else []
