"""The door for ``py -m veban`` on Windows and ``bin/veban`` elsewhere."""

from veban.cli.app import main

if __name__ == "__main__":
    main()
