"""Pages as they must look. `python -m tests.golden` paints them anew, to be looked at and kept."""

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from tests.pressed import pressed

FOLDER = Path(__file__).parent / "golden"
PAGES = {"cover": 1, "items": 2, "paper": 3, "tail": 6, "issued": 15}
SCALE = 1.25
"""Pixels in a point."""
GREYS = 32
BLOCK = 2
"""Pixels along the side of the squares that are compared, a tenth of a character."""
TOLERANCE = 24
"""How far the mean grey of a square may be off, of 255. Another release of the painter smooths
edges otherwise; another character, even 未 for 末, is off by more than twice as much."""


def painted(pdf: Path, number: int) -> Image.Image:
    """Return a page in grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image.Image = document[number - 1].render(scale=SCALE, grayscale=True).to_pil()
        return image.convert("L")


def golden(name: str) -> Image.Image:
    with Image.open(FOLDER / f"{name}.png") as image:
        return image.convert("L")


def off(one: Image.Image, other: Image.Image) -> int:
    """Return by how much the worst square of two pages differs."""
    if one.size != other.size:
        return 255
    first, second = one.reduce(BLOCK), other.reduce(BLOCK)
    worst = ImageChops.difference(first, second).getextrema()[1]
    assert isinstance(worst, int | float)
    return int(worst)


def main() -> None:
    """Paint the pages anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pdf = pressed(Path(folder)).pdf
        for name, number in PAGES.items():
            painted(pdf, number).quantize(GREYS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
