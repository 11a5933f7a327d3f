"""The door for ``py -m veban`` on Windows and ``bin/veban`` elsewhere."""

import io
import sys

from veban.cli.app import main


def speak_utf8() -> None:
    """Read and write UTF-8 whatever the console's code page: the formats are UTF-8."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    speak_utf8()
    main()
