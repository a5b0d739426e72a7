"""Forms filled in as a clerk fills them in, through python-docx: by label, each paragraph its own."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Paper:
    """A form that is being filled in."""

    def __init__(self, content: bytes) -> None:
        from docx import Document

        self.document = Document(BytesIO(content))
        self.rows: list[list[Any]] = []
        self.labels: list[list[str]] = []
        for table in self.document.tables:
            for row in table.rows:
                cells: list[Any] = []
                for cell in row.cells:
                    if all(cell._tc is not one._tc for one in cells):
                        cells.append(cell)
                self.rows.append(cells)
                self.labels.append([plain(cell.text) for cell in cells])

    def beside(self, label: str, text: str, *, nth: int = 0, places: int = 1) -> Paper:
        """Type into the cell that follows the nth cell of this label."""
        found = [
            (row, place) for row, labels in enumerate(self.labels) for place, one in enumerate(labels) if one == label
        ]
        row, place = found[nth]
        type_into(self.rows[row][place + places], text)
        return self

    def below(self, label: str, text: str, *, nth: int = 0) -> Paper:
        """Type into the row below the nth heading of this text."""
        found = [row for row, labels in enumerate(self.labels) if labels == [label]]
        type_into(self.rows[found[nth] + 1][0], text)
        return self

    def measures(self, *rows: Sequence[str]) -> Paper:
        """Type into the rows of the second table; more rows than it has are added."""
        table = self.document.tables[1]
        for number, texts in enumerate(rows, 1):
            row: Any = table.rows[number] if number < len(table.rows) else table.add_row()  # type: ignore[no-untyped-call]
            for cell, text in zip(row.cells[1:], texts, strict=True):
                type_into(cell, text)
        return self

    def saved(self) -> bytes:
        """The form as a file."""
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def plain(text: str) -> str:
    """A label without its spaces and its colon."""
    return "".join(text.split()).rstrip("：")


def type_into(cell: Any, text: str) -> None:
    """Replace what a cell holds: a line feed begins a paragraph."""
    first, *others = text.split("\n")
    cell.paragraphs[0].text = first
    for line in others:
        cell.add_paragraph(line)


def resaved(forms: Mapping[str, bytes], folder: Path, *ways: str) -> dict[str, bytes]:
    """The forms opened and saved by LibreOffice, once a way: ``docx``, ``odt`` and so on, one run for all."""
    paths = []
    for name, content in forms.items():
        path = folder / "0" / f"{name}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        paths.append(path)
    for step, way in enumerate(ways, 1):
        target = folder / str(step)
        command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", way]
        subprocess.run(
            [*command, "--outdir", str(target), *map(str, paths)], capture_output=True, timeout=180, check=True
        )
        paths = [target / f"{path.stem}.{way}" for path in paths]
    return {path.stem: path.read_bytes() for path in paths}
