"""Writing a bag and checking one. Basis: RFC 8493.

The bag is written here, because the library moves the whole process into the bag's folder while
it works, which a server with several threads cannot have. It is checked with the library.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import bagit

from archive.keeping.package.part import Fixity

ALGORITHMS = ("sha256", "sha512")
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
Written = Mapping[str, Fixity]


def write_part(folder: Path, path: str, data: bytes) -> None:
    """Write one file of the payload."""
    target = folder / "data" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def write_tags(folder: Path, written: Written, info: Mapping[str, str]) -> str:
    """Write what makes a folder a bag; return the digest of the list of its lists."""
    octets = sum(one.size for one in written.values())
    told = {**info, "Payload-Oxum": f"{octets}.{len(written)}"}
    tags = {"bagit.txt": DECLARATION, "bag-info.txt": _lines(f"{k}: {v}" for k, v in told.items())}
    for algorithm in ALGORITHMS:
        tags[f"manifest-{algorithm}.txt"] = _lines(
            f"{getattr(one, algorithm)}  data/{path}" for path, one in sorted(written.items())
        )
    for name, text in tags.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for algorithm in ALGORITHMS:
        listed = _lines(
            f"{hashlib.new(algorithm, text.encode()).hexdigest()}  {name}"
            for name, text in sorted(tags.items())
        )
        (folder / f"tagmanifest-{algorithm}.txt").write_text(listed, encoding="utf-8", newline="\n")
    return digest_of(folder)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def digest_of(folder: Path) -> str:
    """Return the one digest that stands for the whole bag. Raises OSError where it is none.

    It is that of `tagmanifest-sha512.txt`, which names the lists that name every file.
    """
    listed = (folder / "tagmanifest-sha512.txt").read_bytes()
    return f"sha512:{hashlib.sha512(listed).hexdigest()}"


def faults_of(folder: Path) -> tuple[str, ...]:
    """Return what is wrong with a bag, file by file; nothing where it is valid."""
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagValidationError as invalid:
        return tuple(str(fault) for fault in invalid.details) or (str(invalid),)
    except (bagit.BagError, OSError, UnicodeDecodeError) as unreadable:
        return (str(unreadable),)
    return ()
