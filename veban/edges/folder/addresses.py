"""Other addresses of our centre (địa chỉ khác của Trung tâm), typed once at this laptop."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from veban.core.shared.refused import Refused
from veban.edges.folder.whole_files import write_whole

ADDRESSES = "addresses.json"
AT_MOST = 3
"""Beyond that the oldest is forgotten."""

LONGEST = 200


class AddressWrong(Refused):
    """What was typed is no address of a web page."""

    code = "address.wrong"


def clean_address(text: str) -> str:
    """Return what was typed as an address: ``http`` where nothing else was said, no path.

    Raises:
        AddressWrong: it is none.

    Example:
        >>> clean_address(" 192.168.1.7:8000/ ")
        'http://192.168.1.7:8000'
    """
    typed = text.strip().rstrip("/")
    url = typed if "://" in typed else f"http://{typed}"
    try:
        parts = urlsplit(url)
        named = parts.hostname and parts.port != 0
    except ValueError as problem:
        raise AddressWrong() from problem
    if not named or parts.scheme not in ("http", "https") or " " in url or len(url) > LONGEST:
        raise AddressWrong()
    return url


def read_addresses(folder: Path) -> list[str]:
    """Return the addresses typed here, the latest first; none where the file cannot be read."""
    try:
        known = json.loads((folder / ADDRESSES).read_text(encoding="utf-8"))
        return [clean_address(str(one)) for one in known][:AT_MOST]
    except (OSError, ValueError, TypeError, AddressWrong):
        return []


def add_address(folder: Path, text: str) -> str:
    """Keep an address as the first to be tried; return it.

    Raises:
        AddressWrong: it is none.
    """
    url = clean_address(text)
    _keep(folder, [url, *(one for one in read_addresses(folder) if one != url)])
    return url


def drop_address(folder: Path, url: str) -> None:
    """Forget an address; no error where it is not known."""
    _keep(folder, [one for one in read_addresses(folder) if one != url])


def _keep(folder: Path, known: list[str]) -> None:
    content = json.dumps(known[:AT_MOST], indent=1).encode()
    write_whole(folder / ADDRESSES, content, private=True)
