"""Open the node of a data folder for a command (mở máy)."""

import sys
from pathlib import Path

import typer

from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import CentreFolder
from veban.wiring.node import Node
from veban.wiring.opening import Opening, open_node, opening_of_environment


def open_data(data: Path) -> Node:
    """Open the folder; a laptop's asks for officer and phrase where the environment has none.

    Raises:
        NodeMissing: there is no node in it.
        FolderLocked: it is a laptop's, and there is no terminal to ask on.
        PhraseWrong: officer and phrase do not open it.
    """
    is_field = CentreFolder(data).card.kind == NodeKind.FIELD
    return open_node(data, ask_opening() if is_field else None)


def ask_opening(*, twice: bool = False) -> Opening | None:
    """Return who opens a laptop's folder, from the environment or asked on the terminal.

    Args:
        twice: Ask for the phrase again, where it is set for the first time.

    Returns:
        None where the environment says nothing and there is no terminal.
    """
    if found := opening_of_environment():
        return found
    if not sys.stdin.isatty():
        return None
    officer = typer.prompt("Mã công chức", err=True)
    phrase = typer.prompt("Cụm từ mở máy", hide_input=True, confirmation_prompt=twice, err=True)
    return Opening(officer, phrase)
