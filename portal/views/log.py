"""The ledger's transparency log, for anyone to fetch and check. Basis: C2SP tlog-tiles.

What is published of a row are its digests, in the order of the log: nothing of a matter, not even
which rows are of one. How many rows there are shows how busy the office is, and no more; and since
rows are only published with a checkpoint that covers them, not at which moment an act was done.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.log import keys, stored
from archive.log.tiles import ENTRIES, Tile, bundle, in_tree
from archive.models import LogCheckpoint

FOR_EVER = "public, max-age=31536000, immutable"
A_MOMENT = "public, max-age=5"
SHOWN = 20


@require_safe
def checkpoint(_request: HttpRequest) -> HttpResponse:
    """Serve the newest checkpoint."""
    newest = stored.last()
    if newest is None:
        raise Http404
    text = stored.published(newest)
    return HttpResponse(
        text, content_type="text/plain; charset=utf-8", headers={"Cache-Control": A_MOMENT}
    )


@require_safe
def tile(_request: HttpRequest, path: str) -> HttpResponse:
    """Serve some hashes or entries that the newest checkpoint covers; anything else is not there."""
    data = _data(_covered(path))
    return HttpResponse(
        data, content_type="application/octet-stream", headers={"Cache-Control": FOR_EVER}
    )


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Say what the log is for, and show its last checkpoints and its keys."""
    shown = {
        "here": "log",
        "checkpoints": LogCheckpoint.objects.order_by("-size").prefetch_related("cosignatures")[
            :SHOWN
        ],
        "newest": stored.last(),
        "keys": keys.verifier_keys(),
    }
    return render(request, "portal/log.html", shown)


def _covered(path: str) -> Tile:
    """Return the tile of a path. Raises Http404 where the newest checkpoint has none such."""
    newest = stored.last()
    try:
        asked = Tile.parse(f"tile/{path}")
    except ValueError:
        raise Http404 from None
    there = in_tree(newest.size, asked.level, asked.index) if newest else None
    if there is None or asked.width > there.width:
        raise Http404
    return asked


def _data(asked: Tile) -> bytes:
    """Return what a tile holds. Raises Http404 where the database has lost a part of it."""
    try:
        found = stored.entries(asked) if asked.level == ENTRIES else stored.read(asked)
    except LookupError:
        raise Http404 from None
    return bundle(found) if asked.level == ENTRIES else b"".join(found)
