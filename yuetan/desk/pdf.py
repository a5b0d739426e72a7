"""Word files as PDF by way of LibreOffice, one start for all of them; one file for printing; opening what was made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS_EACH, SECONDS_START = 10, 90
"""How long LibreOffice may take for a paper, and to start."""


def libreoffice() -> str:
    """The program; EnvironmentFaultError where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise EnvironmentFaultError(
            "没有找到 LibreOffice，不能转成 PDF", hint="安装 LibreOffice，或用 WPS、Word 打开 .docx 后另存为 PDF"
        )
    return found


def to_pdf(files: Sequence[Path]) -> tuple[Path, ...]:
    """A PDF beside each Word file, in the same order. Raises EnvironmentFaultError where LibreOffice fails."""
    program = libreoffice()
    with TemporaryDirectory(prefix="yuetan-pdf-") as scratch:
        folder = Path(scratch)
        numbered = []
        for index, file in enumerate(files):
            numbered.append(folder / f"{index}.docx")
            shutil.copyfile(file, numbered[-1])
        profile = (folder / "profile").as_uri()
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            scratch,
        ]
        _run([*command, *map(str, numbered)], SECONDS_START + SECONDS_EACH * len(files))
        made = [one.with_suffix(".pdf") for one in numbered]
        if not all(one.is_file() for one in made):
            raise EnvironmentFaultError("LibreOffice 没有转出 PDF", hint="单独打开 LibreOffice 看能否使用，再试一次")
        targets = tuple(file.with_suffix(".pdf") for file in files)
        for source, target in zip(made, targets, strict=True):
            shutil.copyfile(source, target)
    return targets


def merge(files: Sequence[Path], target: Path) -> Path:
    """All PDFs in one for printing, in their order. Raises EnvironmentFaultError where pdfunite is missing."""
    program = shutil.which("pdfunite")
    if program is None:
        raise EnvironmentFaultError(
            "没有找到 pdfunite，不能合成一个 PDF", hint="安装 poppler-utils，或不写 --merged，逐个打印"
        )
    _run([program, *map(str, files), str(target)], SECONDS_START + len(files))
    return target


def open_file(path: Path) -> None:
    """Open a file with the program that the desktop has for it; EnvironmentFaultError where there is none."""
    if os.name == "nt":
        os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 - what Windows has for it
        return
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        raise EnvironmentFaultError("没有找到打开文件的程序（xdg-open）", hint=f"请自己打开 {path}")
    subprocess.Popen([program, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _run(command: list[str], seconds: int) -> None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFaultError(
            f"{Path(command[0]).name} {seconds} 秒没有做完", hint="分几次做，或再试一次"
        ) from error
    except OSError as error:
        raise EnvironmentFaultError(f"启动不了 {command[0]}：{error.strerror}", hint="检查安装后再试") from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()
        words = f"：{last[-1]}" if last else ""
        raise EnvironmentFaultError(f"{Path(command[0]).name} 没有成功{words}", hint="单独运行它看看，再试一次")
