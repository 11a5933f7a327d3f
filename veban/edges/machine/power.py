"""What the machine says of its battery (pin), where it says anything."""

import ctypes
from pathlib import Path
from typing import Any

from veban.core.rounds.readiness import Power

SUPPLIES = Path("/sys/class/power_supply")
UNKNOWN_PERCENT = 255
"""What Windows says where there is no battery."""


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS of Windows."""

    _fields_ = (
        ("ac_line", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds_left", ctypes.c_ulong),
        ("seconds_full", ctypes.c_ulong),
    )


def read_power() -> Power | None:
    """Return the battery's charge; None where the machine has none or does not tell."""
    windows: Any = getattr(ctypes, "windll", None)
    return linux_power(SUPPLIES) if windows is None else _from_windows(windows)


def _from_windows(windows: Any) -> Power | None:
    status = _PowerStatus()
    if not windows.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    if status.percent == UNKNOWN_PERCENT:
        return None
    return Power(min(100, int(status.percent)), status.ac_line == 1)


def linux_power(supplies: Path) -> Power | None:
    """Return what a folder of power supplies says, as Linux lists them."""
    charges, plugged = [], False
    for supply in sorted(supplies.glob("*")):
        kind = _read(supply / "type")
        if kind == "Battery" and _read(supply / "scope") != "Device":
            plugged = plugged or _read(supply / "status") in ("Charging", "Full")
            if (charge := _read(supply / "capacity")).isdecimal():
                charges.append(int(charge))
        elif kind in ("Mains", "USB"):
            plugged = plugged or _read(supply / "online") == "1"
    if not charges:
        return None
    return Power(min(100, sum(charges) // len(charges)), plugged)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
