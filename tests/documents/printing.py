"""Papers as they are printed: rendered to PDF by LibreOffice with fonts of the official widths, measured by poppler.

The Fandol fonts of Debian's texlive-lang-chinese stand in for 仿宋_GB2312 and its like; they cover GB 2312.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FONT_FOLDERS = (
    Path(os.environ.get("YUETAN_FANDOL", "/nonexistent")),
    ROOT / ".venv" / "share" / "fandol",
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
)
STAND_INS = {
    "仿宋_GB2312": ("FandolFang R", "Regular"), "仿宋": ("FandolFang R", "Regular"),
    "方正小标宋简体": ("FandolSong", "Bold"), "黑体": ("FandolHei", "Regular"),
    "楷体_GB2312": ("FandolKai", "Regular"), "宋体": ("FandolSong", "Regular"),
}  # fmt: skip
FIVE_CENTIMETRES = 142
_GAP = 4
POINTS = 20
"""Twips in a point."""


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text on a page: its box in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page in points."""

    width: float
    height: float
    words: tuple[Word, ...]

    def lines(self) -> list[list[Word]]:
        """The words by line, from the top; words of one line overlap in height by half."""
        found: list[list[Word]] = []
        for word in sorted(self.words, key=lambda one: (one.top, one.left)):
            same = next((line for line in found if abs(line[0].top - word.top) < (word.bottom - word.top) / 2), None)
            if same is None:
                found.append([word])
            else:
                same.append(word)
        return found


def missing() -> str:
    """What printing lacks on this machine, in a plain sentence; empty where it lacks nothing."""
    lacking = [program for program in ("soffice", "pdftotext", "pdftoppm", "pdffonts") if shutil.which(program) is None]
    if lacking:
        return f"版式测试未运行：缺少 {'、'.join(lacking)}（Debian 软件包 libreoffice-writer-nogui、poppler-utils）"
    if font_folder() is None:
        return "版式测试未运行：缺少 Fandol 字体，运行 sh tests/documents/fandol.sh 取得"
    return ""


def font_folder() -> Path | None:
    """Where the Fandol fonts lie."""
    return next((folder for folder in FONT_FOLDERS if (folder / "FandolFang-Regular.otf").is_file()), None)


def to_pdf(papers: list[Path], folder: Path) -> list[Path]:
    """Each .docx as a PDF in `folder`, all by one run of LibreOffice."""
    profile = folder / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_font_settings(folder)), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*command, str(folder), *map(str, papers)], env=environment, capture_output=True, timeout=300, check=False
    )
    made = [folder / f"{paper.stem}.pdf" for paper in papers]
    lost = [path.name for path in made if not path.is_file()]
    assert not lost, f"LibreOffice made no {lost}: {done.stderr.decode(errors='replace')}"
    return made


def pages(pdf: Path) -> list[Page]:
    """What stands where."""
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    found = []
    for width, height, body in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.DOTALL):
        boxes = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', body)
        words = tuple(Word(html.unescape(said), *map(float, box)) for *box, said in boxes)
        found.append(Page(float(width), float(height), words))
    return found


def fonts(pdf: Path) -> set[str]:
    """The fonts that the PDF uses, without their subset marks."""
    listed = subprocess.run(["pdffonts", str(pdf)], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    return {line.split()[0].rpartition("+")[2] for line in listed}


def sheets(pdf: Path, folder: Path, dots: int = 70) -> list[Path]:
    """The pages as PNG pictures."""
    subprocess.run(["pdftoppm", "-png", "-r", str(dots), str(pdf), str(folder / pdf.stem)], check=True)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def _font_settings(folder: Path) -> Path:
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>'
        f'<edit name="style" mode="assign" binding="strong"><string>{style}</string></edit>'
        f'<edit name="weight" mode="assign"><const>{style.lower()}</const></edit></match>'
        for name, (family, style) in STAND_INS.items()
    )
    settings = folder / "fonts.conf"
    folder.mkdir(parents=True, exist_ok=True)
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{font_folder()}</dir><cachedir>{folder / 'fonts'}</cachedir>{rules}</fontconfig>",
        encoding="utf-8",
    )
    return settings


def contact_sheet(pdf: Path, target: Path, dots: int = 60) -> None:
    """All pages of a PDF beside each other in one PNG picture."""
    folder = target.parent
    subprocess.run(["pdftoppm", "-r", str(dots), str(pdf), str(folder / f"{target.stem}-page")], check=True)
    found = sorted(folder.glob(f"{target.stem}-page-*.ppm"))
    pictures = [_pixels(path.read_bytes()) for path in found]
    height = max(len(rows) for rows in pictures)
    width = sum(len(rows[0]) for rows in pictures) // 3 + _GAP * (len(pictures) - 1)
    wide = [_joined(pictures, line) for line in range(height)]
    target.write_bytes(_png(width, height, wide))
    for path in found:
        path.unlink()


def _pixels(picture: bytes) -> list[bytes]:
    kind, size, _, rest = picture.split(b"\n", 3)
    assert kind == b"P6"
    width, height = map(int, size.split())
    return [rest[line * width * 3 : (line + 1) * width * 3] for line in range(height)]


def _joined(pictures: list[list[bytes]], line: int) -> bytes:
    gap = b"\x80\x80\x80" * _GAP
    return gap.join(rows[line] if line < len(rows) else b"\x80" * len(rows[0]) for rows in pictures)


def _png(width: int, height: int, rows: list[bytes]) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def red_runs(pdf: Path, page: int, dots: int = 144) -> list[tuple[float, float, float]]:
    """The red lines of a page: top, left and right in points, of every row of pixels that is red for 5 cm or more."""
    command = ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), str(pdf)]
    rows = _pixels(subprocess.run(command, capture_output=True, check=True).stdout)
    scale = 72 / dots
    found = []
    for number, row in enumerate(rows):
        red = [at for at in range(0, len(row), 3) if row[at] > 180 and row[at + 1] < 90 and row[at + 2] < 90]
        if len(red) * scale > FIVE_CENTIMETRES:
            found.append((number * scale, red[0] / 3 * scale, (red[-1] / 3 + 1) * scale))
    return found


def red_top(pdf: Path, page: int, dots: int = 144) -> float:
    """Where the first red of a page begins, in points from its top: the strokes of the 发文机关标志."""
    command = ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), str(pdf)]
    rows = _pixels(subprocess.run(command, capture_output=True, check=True).stdout)
    for number, row in enumerate(rows):
        if any(row[at] > 180 and row[at + 1] < 90 and row[at + 2] < 90 for at in range(0, len(row), 3)):
            return number * 72 / dots
    return -1
