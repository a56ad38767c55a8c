"""Nearly valid bytes: seeds that are cut, joined, repeated and mixed with parts that are hard to parse."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_LONGEST = 20_000
_HARD_PARTS = (
    *(bytes([n]) for n in (0, 9, 10, 13, 27, 32, 127, 128, 155, 255)),
    *b"< > & \" ' - -- --- ... *** ___ ``` [[ ]] ]( {{ }} {% %} ::: | # > + 0 1 -1 1e9 % /> </p> <p>".split(),
    *b"<!-- --> <![CDATA[ ]]> <!DOCTYPE &#0; &#xD800; &lt; <script> </script> <table> <li> <pre> <svg>".split(),
    *"\u202e \u200b \ufeff \u2028 \u0301 \U0001f600 \ud800 ½ ² ٣ ﷽ İ ß ŉ — “ ” « » „ … ′ € £ ₹ № º ª".encode(
        "utf-8", "surrogatepass"
    ).split(),
    *b"1,000,000 $3.5bn 3-4 10.30pm 1/2 12/11/2024 XIV II. No. St. Dr. U.S. 5:3 90s 1st 0x1F 1_000".split(),
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x1b$B",
    b"\r\n\r\n",
    b"9" * 5000,
)


def cases(seeds: Sequence[bytes], count: int, start: int = 0) -> Iterator[bytes]:
    """Yield `count` cases, always the same for the same `start`."""
    for number in range(start, start + count):
        rng = random.Random(number)
        data = rng.choice(seeds)
        for _ in range(rng.randint(1, 8)):
            data = _mutate(data, seeds, rng)[:_LONGEST]
        yield data


def _mutate(data: bytes, seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """Make a random change at a random place."""
    begin = rng.randint(0, len(data))
    end = min(len(data), begin + rng.choice((0, 1, 4, 30, 300)))
    other = rng.choice(seeds)
    at = rng.randint(0, len(other))
    middle = rng.choice(
        (
            rng.choice(_HARD_PARTS),
            rng.choice(_HARD_PARTS) * rng.choice((2, 50, 400)),
            b"",
            data[begin:end] * rng.choice((2, 30)),
            other[at : at + rng.choice((5, 100, 2000))],
            bytes([rng.randrange(256)]),
        )
    )
    return data[:begin] + middle + data[end:]
