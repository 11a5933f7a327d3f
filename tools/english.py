"""Keep the English of the pages: python -m tools.english [add FILE.json | union OTHER.po].

Drops what no page says any more, names what is missing, compiles the catalogue. ``add`` takes
Vietnamese → English, or → [one, many]; ``union`` takes over what another branch has translated.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.web.catalogue import PO, said_by_pages

KEY = re.compile(r'^msgid "(.*)"$', re.M)
Blocks = dict[str, str]


def read(text: str) -> tuple[str, Blocks]:
    """Return the head of a catalogue, and msgid as written → its block."""
    head, *blocks = re.split(r"\n\n+", text.strip())
    return head, {found[1]: block for block in blocks if (found := KEY.search(block))}


def block_of(vietnamese: str, english: str | list[str]) -> str:
    """Return the block of one sentence."""
    key = written(vietnamese)
    if isinstance(english, str):
        return f'msgid "{key}"\nmsgstr "{written(english)}"'
    forms = "".join(f'\nmsgstr[{n}] "{written(form)}"' for n, form in enumerate(english))
    return f'msgid "{key}"\nmsgid_plural "{key}"{forms}'


def written(text: str) -> str:
    """Return a text as it stands between quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def main(how: str = "", file: str = "") -> None:
    """Change the catalogue as asked, then tidy and compile it."""
    head, blocks = read(PO.read_text(encoding="utf-8"))
    if how == "add":
        given = json.loads(Path(file).read_text(encoding="utf-8"))
        blocks |= {written(vi): block_of(vi, english) for vi, english in given.items()}
    elif how == "union":
        blocks = read(Path(file).read_text(encoding="utf-8"))[1] | blocks
    said = {written(text): text for text in said_by_pages()}
    kept = [block for key, block in blocks.items() if key in said]
    PO.write_text("\n\n".join([head, *kept]) + "\n", encoding="utf-8")
    subprocess.run(["msgfmt", "-o", str(PO.with_suffix(".mo")), str(PO)], check=True)
    missing = [text for key, text in sorted(said.items()) if key not in blocks]
    print(json.dumps(missing, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
