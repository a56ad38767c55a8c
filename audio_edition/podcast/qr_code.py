"""Renders the feed's address as a QR code for phones: as an image for the page, and as text for a terminal."""

from __future__ import annotations

import io
from typing import TextIO

import segno

FILE_NAME = "feed.svg"
MEDIA_TYPE = "image/svg+xml"


def render_qr_code(address: str) -> bytes:
    """Return an SVG image of the code, with the white border of four modules that scanners need."""
    out = io.BytesIO()
    segno.make(address, micro=False).save(out, kind="svg", scale=4, border=4, light="#fff", nl=True)
    return out.getvalue()


def print_qr_code(address: str, out: TextIO) -> None:
    """Print the code with half-block characters, two rows of modules per line."""
    segno.make(address, micro=False).terminal(out=out, compact=True)
