"""Renders covers: square JPEGs with the title and, for an issue, its date; legible as a thumbnail."""

from __future__ import annotations

import colorsys
import hashlib
import io
import unicodedata
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

SIZE = 1400
"""Pixels per side: Apple's minimum, and small enough to be embedded in every MP3."""

_TEXT_COLOUR = (250, 247, 240)
_JPEG_QUALITY = 85
_MAX_TITLE_HEIGHT, _MIN_TITLE_HEIGHT = 0.17, 0.045
"""Height of the title's letters as a share of the side."""


@lru_cache(maxsize=2)  # --follow publishes the covers of the issue and the publication again and again
def render_cover(title: str, day: str = "", *, size: int = SIZE) -> bytes:
    """Return a JPEG of `size` × `size` pixels with the title and, for an issue, its day.

    The same arguments give the same bytes.
    """
    image = Image.new("RGB", (size, size), _choose_colour(title))
    draw = ImageDraw.Draw(image)
    margin = size // 12
    draw.rectangle((margin, margin, margin + size // 5, margin + size // 60), fill=_TEXT_COLOUR)
    text, font = _fit_title(draw, title, size - 2 * margin, size // 2, size)
    draw.multiline_text((margin, margin + size // 15), text, font=font, fill=_TEXT_COLOUR, spacing=size // 60)
    small = ImageFont.load_default(size // 16)
    draw.text((margin, size - margin), _replace_missing_glyphs(day), font=small, fill=_TEXT_COLOUR, anchor="ls")
    _draw_sound_wave(draw, size, margin, _hash_title(title))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=False)
    return out.getvalue()


def _hash_title(title: str) -> bytes:
    return hashlib.sha256(title.encode("utf-8", "replace")).digest()


def _choose_colour(title: str) -> tuple[int, int, int]:
    """Return an RGB colour that depends on the title and is dark enough for light letters."""
    hue = _hash_title(title)[0] / 256
    red, green, blue = colorsys.hls_to_rgb(hue, 0.24, 0.55)
    return round(red * 255), round(green * 255), round(blue * 255)


def _draw_sound_wave(draw: ImageDraw.ImageDraw, size: int, margin: int, digest: bytes) -> None:
    """Draw a row of bars whose heights are the bytes of the digest: the publication's mark."""
    step, width = size // 40, size // 90
    base = size - margin - size // 9
    for index, byte in enumerate(digest[1:29]):
        height = size // 60 + size * byte // 256 // 10
        left = margin + index * step
        draw.rectangle((left, base - height, left + width, base), fill=_TEXT_COLOUR)


def _fit_title(
    draw: ImageDraw.ImageDraw, title: str, width: int, height: int, size: int
) -> tuple[str, ImageFont.FreeTypeFont | ImageFont.ImageFont]:
    """Return the title in lines and the largest font in which it fits; a title too long for any is cut with "…"."""
    words = _replace_missing_glyphs(title).split() or ["Audio Edition"]
    points = int(size * _MAX_TITLE_HEIGHT)
    while True:
        font = ImageFont.load_default(points)
        lines = _wrap_words(draw, words, font, width)
        box = draw.multiline_textbbox((0, 0), "\n".join(lines), font=font, spacing=size // 60)
        if box[2] <= width and box[3] <= height:
            return "\n".join(lines), font
        if points <= size * _MIN_TITLE_HEIGHT:
            return "\n".join(lines[: height // (points * 3 // 2)]) + "…", font
        points = points * 9 // 10


def _wrap_words(
    draw: ImageDraw.ImageDraw, words: list[str], font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int
) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        joined = f"{lines[-1]} {word}"
        if draw.textlength(joined, font=font) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _replace_missing_glyphs(title: str) -> str:
    """Return the title with letters of the built-in font only: without unknown accents and other characters."""
    font = ImageFont.load_default(40)
    missing = _render_glyph("\ufffe", font)
    return "".join(c if _has_glyph(c, font, missing) else _remove_accents(c, font, missing) for c in title)


def _remove_accents(character: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, missing: bytes) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", character) if _has_glyph(c, font, missing))


def _has_glyph(character: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, missing: bytes) -> bool:
    if character.isspace() or character.isascii():
        return character.isprintable()
    return unicodedata.category(character)[0] != "C" and _render_glyph(character, font) != missing


def _render_glyph(character: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> bytes:
    return bytes(font.getmask(character))
