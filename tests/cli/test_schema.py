"""``veban schema`` publishes what the commands read."""

import json

import jsonschema_rs
import pytest

from tests.cli.running import veban
from veban.actions.published import SHAPES, published_moves, published_schema
from veban.core.dossiers.moves import MOVES


def test_the_list_names_every_format(tmp_path):
    ran = veban("schema", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.split() == sorted([*SHAPES, "import", "moves"])


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_a_format_is_a_json_schema(name):
    schema = published_schema(name)
    jsonschema_rs.validator_for(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(name)
    assert schema["title"]
    assert schema["additionalProperties"] is False


def test_the_format_printed_takes_what_the_command_takes(tmp_path):
    schema = jsonschema_rs.validator_for(veban("schema", "due", cwd=tmp_path).answer)
    line = {"id": "a", "procedure": "1.001193", "received_at": "2026-01-05T09:30:00+07:00"}
    assert schema.is_valid(line)
    assert not schema.is_valid(line | {"color": "red"})


def test_the_national_record_keeps_keys_that_nobody_named(tmp_path):
    schema = jsonschema_rs.validator_for(veban("schema", "import", cwd=tmp_path).answer)
    record = {
        "MaHoSo": "000.19.29.H18-261123-0007", "MaTTHC": "1.001193", "KenhThucHien": 2,
        "TrangThaiHoSo": "4", "DonViXuLy": "03172", "NgayTiepNhan": "2026-11-23T09:00:00+07:00",
        "DanhSachHoSoBoSung": [], "LaMoi": {"x": 1},
    }  # fmt: skip
    assert schema.is_valid(record)
    assert not schema.is_valid({**record, "TrangThaiHoSo": 11})
    assert not schema.is_valid({key: record[key] for key in record if key != "MaHoSo"})


def test_moves_are_listed_with_role_states_mode_and_fields(tmp_path):
    ran = veban("schema", "moves", cwd=tmp_path)
    assert [move["move"] for move in ran.answers] == list(MOVES)
    assert ran.answers == json.loads(json.dumps(published_moves()))
    sign = next(move for move in ran.answers if move["move"] == "sign")
    assert (sign["from"], sign["to"]) == ([4], 9)
    assert (sign["roles"], sign["modes"]) == (["signer"], ["full"])
    assert sign["with"]["required"] == ["result"]


def test_an_unknown_format_is_refused_with_the_names(tmp_path):
    ran = veban("schema", "nothing", "--json", cwd=tmp_path)
    assert ran.code == 1
    assert ran.answer["refused"] == "schema.unknown"
    assert "due" in ran.answer["details"]["names"]
