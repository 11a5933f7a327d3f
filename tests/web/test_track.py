"""Public tracking: what a code shows, what the receipt adds, and what nobody learns."""

import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.receipt_seal import ReceiptClaim, key_id, seal_receipt
from veban.core.people.scope import Scope
from veban.store.queries.dossiers import find_dossier
from veban.web.citizen.throttle import Buckets

FORM = "/receive/1.001193/form"
UNKNOWN = "H18.03.172-261123-9876"


@pytest.fixture
def row(centre, lan):
    code = code_on(lan.post(FORM, birth_form(lan, step="confirm")).headers["Location"])
    scope = Scope(frozenset({"03172"}), frozenset())
    return find_dossier(centre.node.alias, scope, code)


@pytest.fixture
def anybody(centre):
    return browser(centre)


def test_a_code_alone_shows_unit_state_and_date_and_no_person(anybody, row):
    page = anybody.get("/t/", {"c": row.code}).content.decode()
    assert "Xã Na Sang" in page
    assert "Đã tiếp nhận" in page
    assert "17:00 23/11/2026" in page
    assert "khai sinh" not in page
    assert "Dua" not in page


def test_the_receipts_characters_add_procedure_and_next_step(anybody, row):
    page = anybody.get(f"/t/{row.tracking}", {"c": row.code}).content.decode()
    assert "Thủ tục đăng ký khai sinh" in page
    assert "Việc tiếp theo" in page
    assert "Dua" not in page


def test_wrong_characters_show_what_the_code_alone_shows(anybody, row):
    page = anybody.get("/t/22222222", {"c": row.code}).content.decode()
    assert "Đã tiếp nhận" in page
    assert "khai sinh" not in page


def test_a_code_typed_in_small_letters_is_found(anybody, row):
    assert "Đã tiếp nhận" in anybody.get("/t/", {"c": row.code.lower()}).content.decode()


def test_an_unknown_code_reads_alike_and_costs_the_same(centre, anybody, row):
    database = connections[centre.node.alias]
    with CaptureQueriesContext(database) as known:
        found = anybody.get("/t/", {"c": row.code})
    with CaptureQueriesContext(database) as unknown:
        missing = anybody.get("/t/", {"c": UNKNOWN})
    assert (found.status_code, missing.status_code) == (200, 200)
    assert "Chưa tìm thấy hồ sơ này" in missing.content.decode()
    assert len(known) == len(unknown)
    assert _shape(found) == _shape(missing)


def test_a_signature_of_ours_is_genuine_and_a_changed_one_is_false(centre, anybody, row):
    link = _link(centre, row)
    assert "Giấy tiếp nhận thật." in anybody.get(link).content.decode()
    assert "Giấy này không đúng." in anybody.get(link.replace("&d=26", "&d=27")).content.decode()
    other = re.sub("&k=[0-9a-f]{8}", "&k=00000000", link)
    assert "Chưa kiểm tra được ở máy này." in anybody.get(other).content.decode()


def test_the_door_counts_from_outside(anybody, row):
    body = anybody.get(f"/doors/track/{row.code}").json()
    assert (body["found"], body["state"], body["procedure"]) == (True, 2, None)
    missing = anybody.get(f"/doors/track/{UNKNOWN}").json()
    assert (missing["found"], missing["state"], missing["unit"]) == (False, None, None)
    assert body.keys() == missing.keys()


def test_a_bucket_is_empty_after_its_size_and_fills_with_time():
    buckets = Buckets(3, 0.5)
    assert [buckets.take("a", 0.0) for _ in range(4)] == [0, 0, 0, 2]
    assert buckets.take("b", 0.0) == 0
    assert buckets.take("a", 2.0) == 0


def _shape(answer):
    """Return the tags of the answer's facts, without what stands in them."""
    page = answer.content.decode().partition("<dl")[2].partition("</dl>")[0]
    return re.findall(r"<(?:dl|dt|dd|div)", page)


def _link(centre, row):
    keys = centre.node.world.keys
    code = DossierCode.from_text(row.code)
    claim = ReceiptClaim(row.tracking, code, row.due_at, row.fee_vnd, key_id(keys.public_key))
    return seal_receipt(claim, "", keys.sign)
