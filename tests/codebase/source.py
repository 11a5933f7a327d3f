"""The repository as the tests about it see it: its files and its modules' syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "veban"


def tracked() -> list[str]:
    """Return the paths that git tracks, with forward slashes, relative to the top folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    return [path for path in listed.stdout.split("\0") if path]


def modules(folder: Path = PROGRAM) -> list[Path]:
    """Return the modules written by hand: migrations are Django's."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def name(module: Path) -> str:
    """Return the path as people write it, for messages."""
    return module.relative_to(ROOT).as_posix()


def dotted(module: Path) -> str:
    """Return the name under which Python imports the module."""
    parts = module.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(module: Path) -> Iterator[str]:
    """Yield the full names that a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def docstring_of(node: ast.AST) -> ast.Constant | None:
    """Return the docstring's node of a module, class or function."""
    body = getattr(node, "body", None)
    if not isinstance(body, list) or not body or not isinstance(body[0], ast.Expr):
        return None
    value = body[0].value
    return value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None
