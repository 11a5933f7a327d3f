"""The doors answer what is malformed with a coded refusal, never with a failure."""

import base64
import json

import pytest
from django.test import Client, override_settings

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.exchange.nodes import join, make_centre, sync
from tests.exchange.served import Served
from veban.edges.transport.calls import Signer
from veban.exchange.asking import AT, NODE, SIGNATURE, asking_message
from veban.web.serving import SERVING

DOORS = "/doors/exchange"
DIGEST = "ab" * 32
NAMED = f"digest {base64.b64encode(DIGEST.encode()).decode()}"


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    folder = tmp_path_factory.mktemp("doors")
    centre = make_centre(folder)
    laptop = join(centre, folder)
    assert sync(laptop, centre).done
    return Served(centre, folder), laptop


@pytest.fixture
def ask(team):
    served, laptop = team
    client = Client(**{SERVING: served})
    signer = Signer(laptop.world.me.node, laptop.world.keys, laptop.world.clock)

    def call(method, door, body=b"", **headers):
        at, path = "2026-11-23T02:00:00.000+00:00", f"{DOORS}{door}"
        message = asking_message(method, path, at, body if method in ("POST", "PATCH") else b"")
        signed = {NODE: signer.node, AT: at, SIGNATURE: signer.keys.sign(message).hex()}
        words = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = "application/offset+octet-stream"
        return client.generic(method, path, body, content_type=kind, headers=signed | words)

    with override_settings(ROOT_URLCONF="tests.exchange.door_urls"):
        yield call


def refused(response):
    return json.loads(response.content)["refused"]


def test_an_upload_is_begun_asked_for_and_goes_on(ask):
    begun = ask("POST", "/uploads", Upload_Length="10", Upload_Metadata=NAMED)
    assert (begun.status_code, begun["Upload-Offset"]) == (201, "0")
    assert begun["Location"] == f"{DOORS}/uploads/{DIGEST}"
    piece = ask("PATCH", f"/uploads/{DIGEST}", b"1234", Upload_Offset="0")
    assert (piece.status_code, piece["Upload-Offset"]) == (204, "4")
    asked = ask("HEAD", f"/uploads/{DIGEST}")
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == ("4", "10")
    again = ask("POST", "/uploads", Upload_Length="10", Upload_Metadata=NAMED)
    assert again["Upload-Offset"] == "4"
    moved = ask("PATCH", f"/uploads/{DIGEST}", b"1234", Upload_Offset="0")
    assert refused(moved) == "exchange.upload_moved"
    broken = ask("PATCH", f"/uploads/{DIGEST}", b"567890", Upload_Offset="4")
    assert refused(broken) == "bundle.broken"
    assert ask("HEAD", f"/uploads/{DIGEST}").status_code == 404


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "exchange.file_unknown"),
        ({"Upload_Metadata": NAMED}, "input.wrong"),
        ({"Upload_Metadata": NAMED, "Upload_Length": "-1"}, "input.wrong"),
        ({"Upload_Metadata": NAMED, "Upload_Length": "9" * 11}, "exchange.too_large"),
        ({"Upload_Metadata": "digest !", "Upload_Length": "1"}, "exchange.file_unknown"),
        ({"Upload_Metadata": "digest Li4v", "Upload_Length": "1"}, "exchange.file_unknown"),
    ],
)
def test_a_malformed_beginning_is_refused(ask, headers, code):
    assert refused(ask("POST", "/uploads", **headers)) == code


def test_a_piece_that_is_too_large_is_refused(ask):
    name = base64.b64encode(("cd" * 32).encode()).decode()
    ask("POST", "/uploads", Upload_Length="100000", Upload_Metadata=f"digest {name}")
    response = ask("PATCH", f"/uploads/{'cd' * 32}", bytes(70_000), Upload_Offset="0")
    assert refused(response) == "exchange.too_large"


def test_a_download_begins_where_the_caller_stands(ask, team):
    door = f"/excerpts/0/{'0' * 64}"
    whole = ask("GET", door)
    rest = ask("GET", door, Range="bytes=100-")
    assert (whole.status_code, rest.status_code) == (200, 206)
    assert rest.content == whole.content[100:]
    assert rest["Content-Range"] == f"bytes 100-{len(whole.content) - 1}/{len(whole.content)}"
    mark = team[1].book.held_mark("centre")
    assert ask("GET", f"/excerpts/{mark.count}/{mark.digest}").status_code == 204


def test_a_file_that_was_not_offered_is_not_given(ask):
    assert refused(ask("GET", f"/files/{DIGEST}")) == "exchange.file_unknown"


@pytest.mark.parametrize("door", ["/greeting", "/join"])
@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff\xfe", b'{"veban":1}\n', b"[" * 5000])
def test_what_is_no_greeting_and_no_request_is_refused(ask, door, body):
    expected = "bundle.broken" if door == "/greeting" else "join.token_wrong"
    assert refused(ask("POST", door, body)) == expected


def test_a_request_without_a_signature_is_refused(team):
    client = Client(**{SERVING: team[0]})
    with override_settings(ROOT_URLCONF="tests.exchange.door_urls"):
        response = client.get(f"{DOORS}/files/{DIGEST}")
    assert (response.status_code, refused(response)) == (403, "exchange.unknown_node")
