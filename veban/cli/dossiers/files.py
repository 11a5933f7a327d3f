"""Files that a line names (tệp đính kèm): read beside the lines, stored by their hash."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from veban.actions.ports import Blobs
from veban.core.dossiers.commands import PaperHandedIn
from veban.core.dossiers.refusals import FileMissing


def store_file(blobs: Blobs, folder: Path, name: str) -> str:
    """Store a file and return its SHA-256.

    Args:
        blobs: The node's files.
        folder: Folder of the lines.
        name: Name relative to it.

    Raises:
        FileMissing: it is not there, or cannot be read.
    """
    try:
        content = (folder / name).read_bytes()
    except (OSError, ValueError) as problem:
        raise FileMissing(file=name) from problem
    return blobs.put(content)


def with_stored_papers(
    blobs: Blobs, folder: Path, papers: tuple[PaperHandedIn, ...]
) -> tuple[PaperHandedIn, ...]:
    """Return the papers with the hashes of their files in place of names."""
    return tuple(
        replace(paper, file=store_file(blobs, folder, paper.file)) if paper.file else paper
        for paper in papers
    )


def with_stored_details(blobs: Blobs, folder: Path, details: Mapping[str, Any]) -> dict[str, Any]:
    """Return a move's ``with`` with hashes in place of names: its own file and its papers'."""
    stored = dict(details)
    if isinstance(name := stored.get("file"), str):
        stored["file"] = store_file(blobs, folder, name)
    if isinstance(papers := stored.get("papers"), list):
        stored["papers"] = [
            with_stored_details(blobs, folder, paper) if isinstance(paper, dict) else paper
            for paper in papers
        ]
    return stored
