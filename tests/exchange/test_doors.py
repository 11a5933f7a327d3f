"""The doors answer what is malformed with a coded refusal, never with a failure."""

import base64
import hashlib
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
        words = {"Tus-Resumable": "1.0.0"}
        words |= {name.replace("_", "-"): value for name, value in headers.items()}
        kind = words.pop("Content-Type", "application/offset+octet-stream")
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


def begin(ask, digest, length):
    name = base64.b64encode(digest.encode()).decode()
    ask("POST", "/uploads", Upload_Length=str(length), Upload_Metadata=f"digest {name}")
    return f"/uploads/{digest}"


def test_what_is_spoken_is_announced_to_anybody(ask, team):
    answer = Client(**{SERVING: team[0]}).options(f"{DOORS}/uploads")
    assert answer.status_code == 204
    assert {name: answer[name] for name in answer.headers if name.startswith("Tus-")} == {
        "Tus-Resumable": "1.0.0",
        "Tus-Version": "1.0.0",
        "Tus-Extension": "creation,creation-with-upload,checksum",
        "Tus-Checksum-Algorithm": "sha256,sha1",
        "Tus-Max-Size": str(512 * 1024 * 1024),
    }


@pytest.mark.parametrize("version", ["", "0.2.2", "2.0.0"])
def test_another_version_of_the_protocol_is_told_which_one_is_spoken(ask, version):
    answer = ask("POST", "/uploads", Upload_Length="10", Tus_Resumable=version)
    assert (answer.status_code, refused(answer)) == (412, "exchange.tus_version")
    assert answer["Tus-Version"] == "1.0.0"


def test_refusals_carry_the_status_that_the_protocol_asks_for(ask):
    door = begin(ask, "a1" * 32, 100)
    moved = ask("PATCH", door, b"123", Upload_Offset="7")
    kind = ask("PATCH", door, b"123", Upload_Offset="0", Content_Type="text/plain")
    unknown = ask("PATCH", f"/uploads/{'a2' * 32}", b"123", Upload_Offset="0")
    head = ask("HEAD", f"/uploads/{'a2' * 32}")
    large = ask("POST", "/uploads", Upload_Length="9" * 11, Upload_Metadata=NAMED)
    codes = [one.status_code for one in (moved, kind, unknown, head, large)]
    assert codes == [409, 415, 404, 404, 413]
    assert "Upload-Offset" not in head.headers
    assert {one["Tus-Resumable"] for one in (moved, kind, unknown, head, large)} == {"1.0.0"}
    asked = ask("HEAD", door)
    assert (asked["Cache-Control"], asked["Upload-Offset"]) == ("no-store", "0")


@pytest.mark.parametrize("name", ["sha256", "sha1"])
def test_a_piece_whose_checksum_differs_is_not_stored(ask, name):
    door = begin(ask, hashlib.new(name, b"").hexdigest().ljust(64, "0"), 100)
    proof = base64.b64encode(hashlib.new(name, b"12345").digest()).decode()
    damaged = ask("PATCH", door, b"12x45", Upload_Offset="0", Upload_Checksum=f"{name} {proof}")
    assert (damaged.status_code, refused(damaged)) == (460, "exchange.piece_damaged")
    assert ask("HEAD", door)["Upload-Offset"] == "0"
    stored = ask("PATCH", door, b"12345", Upload_Offset="0", Upload_Checksum=f"{name} {proof}")
    assert (stored.status_code, stored["Upload-Offset"]) == (204, "5")


@pytest.mark.parametrize("given", ["md5 AAAA", "sha256 !", "sha256"])
def test_a_checksum_that_cannot_be_read_is_refused(ask, given):
    door = begin(ask, "a4" * 32, 100)
    answer = ask("PATCH", door, b"12345", Upload_Offset="0", Upload_Checksum=given)
    expected = (
        (460, "exchange.piece_damaged") if given == "sha256" else (400, "exchange.checksum_unknown")
    )
    assert (answer.status_code, refused(answer)) == expected


def test_a_download_goes_on_only_if_it_is_still_the_same_part(ask):
    door = f"/excerpts/0/{'0' * 64}"
    whole = ask("GET", door)
    same = ask("GET", door, Range="bytes=100-", If_Range=whole["ETag"])
    other = ask("GET", door, Range="bytes=100-", If_Range=f'"{DIGEST}"')
    assert (same.status_code, other.status_code) == (206, 200)
    assert other.content == whole.content


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
