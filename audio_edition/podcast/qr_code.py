"""The feed's address as a QR code, for phones: a picture on the page, and on a terminal."""

from __future__ import annotations

import io
from typing import TextIO

import segno

FILE_NAME = "feed.svg"
MEDIA_TYPE = "image/svg+xml"


def render_qr_code(address: str) -> bytes:
    """The code as an SVG, four modules of white around it as readers need."""
    out = io.BytesIO()
    segno.make(address, micro=False).save(out, kind="svg", scale=4, border=4, light="#fff", nl=True)
    return out.getvalue()


def print_qr_code(address: str, out: TextIO) -> None:
    """The code in blocks of half a line each."""
    segno.make(address, micro=False).terminal(out=out, compact=True)
