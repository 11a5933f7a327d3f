"""Invented receptions (hồ sơ bịa): as much in them that cannot be guessed as real ones have."""

import random
from datetime import datetime, timedelta
from typing import Any

SURNAMES = ("Vàng", "Giàng", "Lò", "Sùng", "Thào", "Mùa", "Quàng", "Cà", "Hạng", "Lầu")
MIDDLE = ("A", "Thị", "Văn")
NAMES = ("Páo", "Dua", "Chía", "Mỷ", "Tủa", "Dợ", "Súa", "Lử", "Sình", "Pàng", "Lan", "Cở")
VILLAGES = ("Na Pheo", "Na Sang", "Huổi Hạ", "Co Đứa", "Tin Tốc", "Huổi Chua")
BIRTH = {
    "procedure": "1.001193",
    "papers": [{"paper": "declaration"}, {"paper": "birth-notice"}, {"paper": "identity"}],
}
MARITAL_STATUS = {"procedure": "1.004873", "papers": [{"name": "Tờ khai"}]}


def make_reception(chance: random.Random, now: datetime) -> dict[str, Any]:
    """Return a line of ``dossiers receive``, received within the hour before ``now``."""
    received_at = now - timedelta(seconds=chance.randrange(3600))
    return {
        "key": chance.randbytes(16).hex(),
        "received_at": received_at.replace(microsecond=0).isoformat(),
        "officer": "lan",
        "channel": 1,
        "place": {"kind": "centre"},
        "applicant": {
            "full_name": make_name(chance),
            "personal_id": f"011{_digits(chance, 9)}",
            "birth_date": f"{chance.randrange(1950, 2008)}-{chance.randrange(1, 13):02}-15",
            "sex": chance.choice("MF"),
            "ethnicity": chance.choice(("Mông", "Thái", "Khơ Mú")),
            "phone": f"09{_digits(chance, 8)}",
            "unit": "03172",
            "village": chance.choice(VILLAGES),
        },
        "contact": {"full_name": make_name(chance), "phone": f"09{_digits(chance, 8)}"},
        **chance.choice((BIRTH, MARITAL_STATUS)),
    }


def make_name(chance: random.Random) -> str:
    """Return an invented name."""
    return " ".join(chance.choice(words) for words in (SURNAMES, MIDDLE, NAMES))


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))
