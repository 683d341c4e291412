"""Files for other programs: only their owner can read them, and what is there already stays."""

import os
from pathlib import Path

from loyaltui.core.refused import Refused


def save(target: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a new file; Refused where there is one of that name, or it can't be written."""
    try:
        descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding=encoding, newline="") as file:
            file.write(text)
    except FileExistsError:
        raise Refused("file_exists", file=str(target)) from None
    except OSError as error:
        raise Refused("cannot_write", file=str(target), why=error.strerror or str(error)) from None
    return target


def unused(folder: Path, name: str) -> Path:
    """A name in a folder that is still free: "hello.csv", else "hello-2.csv" …"""
    wanted = folder / name
    number = 2
    while wanted.exists():
        wanted = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return wanted
