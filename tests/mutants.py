"""`make mutants ROOM=codec N=200 SEED=1`: would the tests of a room notice, if a line of it were wrong?

Small faults (mutants) are put into a room's code, a seeded sample of all that the operators below can make. Each runs
against the room's own tests in a process of its own, forked before any of our code is imported; the mutated module is
compiled in memory, so nothing on disk changes. Printed are the score and each survivor; those that docs/mutants.md
lists with their reason are marked and count as killed nowhere.
"""

from __future__ import annotations

import argparse
import ast
import importlib.machinery
import os
import random
import resource
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    import pytest

ROOT = Path(__file__).resolve().parent.parent
KNOWN = ROOT / "docs" / "mutants.md"
ROOMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "codec": ("yuetan/codec", ("tests/codec",)),
    "model": ("yuetan/model", ("tests/model", "tests/test_generated.py")),
    "regulation": ("yuetan/regulation", ("tests/regulation",)),
    "rules": ("yuetan/rules", ("tests/rules",)),
    "gate": ("yuetan/actions/gate.py", ("tests/actions/test_gate.py",)),
}
"""What is mutated, and the tests that should notice."""

AT_ONCE = 2
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small fault: the file, the line with its text, what is changed, and which alteration of which node it is."""

    file: str
    line: int
    source: str
    change: str
    node: int
    alteration: int

    @property
    def row(self) -> str:
        """How docs/mutants.md names it: by its text, since lines move."""
        return f"| {self.file} | `{self.source}` | {self.change} |"

    def code(self) -> CodeType:
        """The module with the fault in it."""
        tree = ast.parse((ROOT / self.file).read_text(encoding="utf-8"))
        node = _nodes(tree)[self.node]
        list(_alterations(node))[self.alteration][1](node)
        return compile(ast.fix_missing_locations(tree), str(ROOT / self.file), "exec", dont_inherit=True)


def mutants(path: Path) -> Iterator[Mutant]:
    """Every fault that the operators can put into a file."""
    text = path.read_text(encoding="utf-8")
    lines, file = text.split("\n"), path.relative_to(ROOT).as_posix()
    for number, node in enumerate(_nodes(ast.parse(text))):
        line = (node.target if isinstance(node, ast.comprehension) else node).lineno
        source = lines[line - 1].strip().replace("|", "¦")
        for index, (change, _) in enumerate(_alterations(node)):
            yield Mutant(file, line, source, change.replace("|", "¦"), number, index)


def _nodes(tree: ast.Module) -> list[ast.AST]:
    """Where a fault means something: not in imports, annotations, decorators, docstrings, asserts that narrow."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        found.append(node)
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list", "bases"}:
                continue
            inner = value if isinstance(value, list) else [value]
            waiting.extend(one for one in inner if isinstance(one, ast.AST) and not _silent(one))
    return [node for node in found if hasattr(node, "lineno") or isinstance(node, ast.comprehension)]


def _silent(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    return isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.Pass)


def _alterations(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            yield _swapped(operator), lambda twin, i=index: twin.ops.__setitem__(i, _SWAPS[type(twin.ops[i])]())
    if isinstance(node, ast.BoolOp) or (isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _SWAPS):
        yield _swapped(node.op), lambda twin: setattr(twin, "op", _SWAPS[type(twin.op)]())
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield "condition negated", lambda twin: setattr(twin, "test", ast.UnaryOp(ast.Not(), twin.test))
    if isinstance(node, ast.comprehension):
        for index in range(len(node.ifs)):
            yield "filter dropped", lambda twin, i=index: twin.ifs.pop(i)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield (
            "not dropped",
            lambda twin: _become(twin, ast.IfExp(twin.operand, ast.Constant(True), ast.Constant(False))),
        )
    if isinstance(node, ast.Constant):
        yield from _other_constant(node)
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield "returns None", lambda twin: setattr(twin, "value", ast.Constant(None))
    if _removable(node):
        yield "statement removed", lambda twin: _become(twin, ast.Pass())


def _swapped(operator: ast.AST) -> str:
    return f"{type(operator).__name__} became {_SWAPS[type(operator)].__name__}"


def _other_constant(node: ast.Constant) -> Iterator[tuple[str, Callable[[ast.AST], None]]]:
    if isinstance(node.value, bool):
        yield f"{node.value} became {not node.value}", lambda twin: setattr(twin, "value", not twin.value)
    elif isinstance(node.value, int):
        yield f"{node.value} became {node.value + 1}", lambda twin: setattr(twin, "value", twin.value + 1)
    elif isinstance(node.value, str):
        other = "" if node.value else "¿"
        yield f"{node.value[:12]!r} became {other!r}", lambda twin: setattr(twin, "value", "" if twin.value else "¿")


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _removable(node: ast.AST) -> bool:
    """A call for its effect, an assignment to something that is there already, a raise, a break or continue."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    if isinstance(node, ast.Assign):
        return not all(isinstance(target, ast.Name | ast.Tuple) for target in node.targets)
    return isinstance(node, ast.AugAssign | ast.Raise | ast.Break | ast.Continue | ast.Delete)


def _become(node: ast.AST, other: ast.AST) -> None:
    """The node as another one, in its place."""
    place = {name: getattr(node, name) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset")}
    node.__class__ = type(other)
    node.__dict__.clear()
    node.__dict__.update({**other.__dict__, **place})


class _Order:
    """Tests with generated values come last and try few of them: what a plain case notices costs little."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        from hypothesis import settings

        settings.register_profile("mutants", parent=settings(), max_examples=20, derandomize=True, database=None)
        settings.load_profile("mutants")
        items.sort(key=lambda item: bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False)))


def _run(mutant: Mutant | None, tests: tuple[str, ...], seconds: float) -> None:
    """In a forked child: the tests with the fault in place; exits with 0 where they all pass."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    signal.alarm(int(seconds) * 10)
    sys.dont_write_bytecode = True
    if mutant is not None:
        _plant(mutant)
    import pytest

    quiet = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov")
    status = pytest.main([*quiet, "-W", "ignore::pytest.PytestAssertRewriteWarning", *tests], plugins=[_Order()])
    os._exit(int(status))


def _plant(mutant: Mutant) -> None:
    path, code = str(ROOT / mutant.file), mutant.code()
    loader, get = importlib.machinery.SourceFileLoader, importlib.machinery.SourceFileLoader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, name: str) -> object:
        return code if self.path == path else get(self, name)

    loader.get_code = get_code  # type: ignore[method-assign] - in a child of its own, which ends with the tests


def _started(mutant: Mutant | None, tests: tuple[str, ...], seconds: float) -> int:
    child = os.fork()
    if child == 0:
        try:
            _run(mutant, tests, seconds)
        finally:
            os._exit(1)
    return child


def _baseline(tests: tuple[str, ...]) -> float:
    """The seconds of processor time that the tests take as they are; they must pass."""
    before = os.times()
    _, status = os.waitpid(_started(None, tests, 600), 0)
    if status != 0:
        sys.exit(f"the tests fail as they are: {' '.join(tests)}")
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def survivors(chosen: list[Mutant], tests: tuple[str, ...], seconds: float) -> list[Mutant]:
    """The faults that no test notices, `AT_ONCE` at a time; one that runs far too long has been noticed."""
    waiting, running, found = list(reversed(chosen)), {}, []
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            mutant = waiting.pop()
            running[_started(mutant, tests, seconds)] = mutant
        child, status = os.waitpid(-1, 0)
        mutant = running.pop(child)
        if status == 0:
            found.append(mutant)
            sys.stdout.write(f"survives {mutant.file}:{mutant.line}  {mutant.change}  ¦ {mutant.source}\n")
            sys.stdout.flush()
    return found


def main() -> int:
    """Print the score of a room and what survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", choices=sorted(ROOMS))
    parser.add_argument("--n", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="files whose path holds this")
    given = parser.parse_args()
    target, tests = ROOMS[given.room]
    import hypothesis  # noqa: F401 - imported once, before the forks
    import pytest  # noqa: F401

    os.chdir(ROOT)
    files = sorted((ROOT / target).rglob("*.py")) if (ROOT / target).is_dir() else [ROOT / target]
    every = [mutant for file in files if given.only in str(file) for mutant in mutants(file)]
    chosen = random.Random(given.seed).sample(every, min(given.n, len(every)))
    began, seconds = time.monotonic(), _baseline(tests)
    alive = survivors(chosen, tests, seconds * 4 + 10)
    known = KNOWN.read_text(encoding="utf-8") if KNOWN.is_file() else ""
    new = [mutant for mutant in alive if mutant.row not in known]
    score = 100 * (len(chosen) - len(alive)) / len(chosen)
    sys.stdout.write(
        f"{given.room}: {len(chosen) - len(alive)} of {len(chosen)} killed ({score:.1f} %), seed {given.seed}, "
        f"{len(every)} possible, {time.monotonic() - began:.0f} s; {len(alive) - len(new)} of the survivors have their "
        f"reason in docs/mutants.md, {len(new)} have none\n"
    )
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
