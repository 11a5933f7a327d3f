"""Make a field folder that has joined its centre (kết nối máy lưu động)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from veban.actions.exchange.sync import Synced
from veban.actions.nodes.join import begin_node
from veban.actions.people.told_invites import UNDATED, ToldInvite, keep_invites
from veban.actions.ports_exchange import LineCut
from veban.cli.calling import exchange_with_centre
from veban.core.nodes.events import NodeKind
from veban.core.people.officers import OfficerUnknown
from veban.edges.folder.centre_folder import NodeCard
from veban.edges.folder.field_folder import (
    check_free,
    checked_phrase,
    create_field,
    finish_field,
)
from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.calls import Calls
from veban.edges.transport.packing import AgePacking
from veban.exchange.join import JoinAnswer, make_request, read_answer
from veban.exchange.refusals import CentreUnreachable, TokenWrong
from veban.exchange.token import read_token
from veban.wiring.node import Node, field_parts
from veban.wiring.opening import Opening


@dataclass(frozen=True, slots=True)
class Joined:
    """The new laptop and its first exchange."""

    node: Node
    synced: Synced


def join_centre(folder: Path, url: str, token: str, opening: Opening) -> Joined:
    """Make a laptop of a centre, in a folder that must not exist.

    What can be wrong here is looked at before the token is used up.

    Raises:
        FolderTaken: there is something in the folder.
        PhraseTooShort: the opening phrase has too few characters.
        TokenWrong: the token is misspelt, used up, too old, or of another centre.
        OfficerUnknown: the token was not given for this officer.
        CentreUnreachable: nobody answers at the address.
    """
    check_free(folder)
    checked_phrase(opening.phrase)
    keys = NodeKeys.generate()
    answer = ask_to_join(url, token, keys, opening.officer)
    if opening.officer not in answer.officers:
        raise OfficerUnknown(officer=opening.officer)
    card = NodeCard(
        answer.node,
        answer.unit,
        NodeKind.FIELD.value,
        answer.practice,
        address=url.rstrip("/"),
        centre=answer.centre,
        centre_url=url.rstrip("/"),
        centre_recipient=answer.centre_recipient,
    )
    made = create_field(folder, card, keys, opening.officer, opening.phrase)
    node = Node(field_parts(made))
    begin_node(node.world, answer)
    _keep_invites(node, answer.officers)
    finish_field(made)
    return Joined(node, exchange_with_centre(node, card.centre_url))


def ask_to_join(
    url: str, token: str, keys: NodeKeys, officer: str, kind: NodeKind = NodeKind.FIELD
) -> JoinAnswer:
    """Ask a centre to let this node in.

    Raises:
        TokenWrong: the token is misspelt, used up, too old, of another centre or for another
            kind of node.
        OfficerUnknown: the token was not given for this officer.
        CentreUnreachable: nobody answers at the address.
    """
    word = read_token(token)
    calls = Calls(url)
    try:
        request = make_request(word, keys.public_key, keys.recipient, officer)
        reply = calls.call("POST", "/join", request)
    except TokenWrong as wrong:
        if wrong.details.get("why") == "officer":
            raise OfficerUnknown(officer=officer) from wrong
        raise
    except LineCut as cut:
        raise CentreUnreachable() from cut
    finally:
        calls.close()
    answer = read_answer(reply.body, word, AgePacking().genuine)
    if answer.kind is not kind:
        raise TokenWrong(why="kind")
    return answer


def _keep_invites(node: Node, officers: Mapping[str, str]) -> None:
    """Keep the hashes with which the team's other officers prove their invites here."""
    told = {code: ToldInvite(invite, UNDATED) for code, invite in officers.items() if invite}
    keep_invites(node.desk.accounts, told)
