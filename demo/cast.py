"""Who works in the practice centre: invented people, and a receiver for each code in the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

UNIT = "03172"
UNIT_NAME = "Na Sang"
VILLAGES = ("Na Pheo", "Huổi Hạ")
CONTACT = ("Hạng A Só", "0900000107")
PHRASE = "mưa rơi trên mái lá cọ"
"""The opening phrase of the practice laptop; a real one is nobody else's to know."""
PASSWORD = "con suối nhỏ chảy qua bản"

_CODE = re.compile(r"[^\s,-][^\s,]*")
NAMES = {"thoa": "Quàng Thị Thoa", "dinh": "Vàng A Dình"}


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer as ``veban officer add`` wants them."""

    code: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody: the team that receives, and who processes and signs at the centre."""

    team: tuple[Officer, ...]
    handler: Officer
    signer: Officer

    @property
    def everybody(self) -> tuple[Officer, ...]:
        return (*self.team, self.handler, self.signer)


def make_cast(codes: Iterable[str]) -> Cast:
    """Return the cast for the officers that a file names; nobody of the file signs.

    What can be no officer's code is left out: the program refuses its lines.

    Example:
        >>> cast = make_cast(["lan", "ky"])
        >>> [officer.code for officer in cast.everybody]
        ['lan', 'ky', 'xuly', 'ky2']
    """
    team = tuple(
        Officer(code, NAMES.get(code, f"Cán bộ {code}"), "receiver")
        for code in dict.fromkeys(codes)
        if _CODE.fullmatch(code)
    ) or (Officer("thoa", NAMES["thoa"], "receiver"),)
    taken = {officer.code for officer in team}
    handler = Officer(_free("xuly", taken), "Bùi Thu Huyền", "handler")
    signer = Officer(_free("ky", taken), "Lò Văn Thoan", "signer")
    return Cast(team, handler, signer)


def _free(code: str, taken: set[str]) -> str:
    number, free = 1, code
    while free in taken:
        number += 1
        free = f"{code}{number}"
    return free
