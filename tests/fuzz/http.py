"""Requests that are nearly right: made by a grammar of honest and odd words, some then damaged as bytes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

METHODS = ["HEAD", "POST", "PUT", "OPTIONS", "DELETE", "CONNECT", "TRACE", "PRI", "get", "", "G\0", "\xff"]
VERSIONS = ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.", "http/1.1", "HTTP/11", "", "\0", "HTTP/1.1 x"]
HOSTS = ["127.0.0.1:1", "[::1]", "evil.example", "localhost:x", "a@b", "", "[::", "x" * 5000, "\xff", "LOCALHOST"]
STEPS = [
    *(
        "..",
        ".",
        "%2e%2e",
        "%2E.",
        "%252e%252e",
        "..;",
        "...",
        "%c0%ae%c0%ae",
        "%ef%bc%8e",
        "%00",
        "%0a",
        "%0d%0aX:x",
    ),
    *(
        "%",
        "%zz",
        "%2f",
        "%5c",
        "\\",
        "~",
        ":",
        "C:",
        "@",
        "*",
        "%ff",
        "%41",
        "a" * 300,
        "a/" * 300,
        "-1",
        "",
        "con",
    ),
    *(
        "feed",
        "feed-.xml",
        "feed-0.xml",
        "feed-2.xml",
        f"feed-{'9' * 30}.xml",
        f"feed-{'9' * 5000}.xml",
        "x.mp3",
        "0",
    ),
    *("\0", "\xff", " ", "\t", "\uff0e\uff0e"),
]
NUMBERS = [
    "",
    "0",
    "1",
    "9",
    "99",
    "4096",
    "-1",
    "+5",
    "1_0",
    " 3 ",
    "0x9",
    "9" * 19,
    "9" * 30,
    "9" * 4400,
    "\xb2",
    "x",
]
DATES = [
    "Sat, 21 Nov 2015 00:00:00 GMT",
    "Saturday, 21-Nov-15 00:00:00 GMT",
    "Sat Nov 21 00:00:00 2035",
    "21 Nov 0000 24:60:61 +9999",
    "Mon, 99 Foo 99999 99:99:99 -0000",
    ", ",
]
CODINGS = ["gzip", "identity", "br", "*", "gzip;q=0", "gzip;q=x", "deflate", "gzip, chunked", "x" * 99]
WORDS = ["", "*", '"', '"x"', 'W/"x"', "close", "keep-alive", "upgrade", "websocket", "h2c", "https", "x" * 4000]
HEADERS = {
    "Connection": WORDS,
    "Upgrade": WORDS,
    "Expect": ["100-continue", *WORDS],
    "If-None-Match": WORDS,
    "If-Range": [*WORDS, *DATES],
    "If-Modified-Since": DATES,
    "Accept-Encoding": CODINGS,
    "X-Forwarded-Proto": WORDS,
    "X-Forwarded-For": [*HOSTS, "\x1b[31m"],
    "Origin": ["null", "https://evil.example"],
    "Cookie": ["a=b", "a=" + "b" * 4000],
}
BREAKING = {
    "Host": HOSTS,
    "Transfer-Encoding": ["chunked", *CODINGS],
    "Content-Length": NUMBERS,
    "": WORDS,
    "X\0Y": WORDS,
    "X Y": WORDS,
    "\xff": WORDS,
}
BITS = [
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b" ",
    b"\t",
    b":",
    b"/",
    b"%",
    b"..",
    b"\x80\x81",
    b"\r\n\r\n",
    b"A" * 9000,
]


@dataclass(frozen=True)
class Asking:
    """What is sent over one connection, piece by piece."""

    pieces: Sequence[bytes]

    @property
    def data(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces)


class Grammar:
    """Requests about some paths, the same for the same seed."""

    def __init__(self, seed: str, paths: Sequence[str]) -> None:
        self._chance = random.Random(seed)
        self._paths = paths

    def asking(self) -> Asking:
        """One request, sometimes several in a row, whole or in pieces, half of them odd all over."""
        oddity = self._chance.choice([0.01, 0.1])
        data = b"".join(self._request(oddity) for _ in range(self._chance.choice([1, 1, 1, 1, 2, 3])))
        for _ in range(self._chance.choice([0, 0, 0, 0, 1, 2])):
            data = self._damaged(data)
        cuts = sorted(self._chance.randrange(len(data) + 1) for _ in range(self._chance.choice([0, 0, 0, 1, 3])))
        return Asking([data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)])

    def _or(self, honest: str, oddity: float, odd: Sequence[str]) -> str:
        return self._chance.choice(odd) if self._chance.random() < oddity else honest

    def _request(self, oddity: float) -> bytes:
        chance = self._chance
        method, version = self._or("GET", 2 * oddity, METHODS), self._or("HTTP/1.1", oddity, VERSIONS)
        lines = [f"{method} {self._target(oddity)} {version}", f"Host: {self._or('localhost', oddity, HOSTS)}"]
        lines += [self._header(oddity) for _ in range(chance.choice([0, 1, 1, 2, 3]))]
        body = self._body() if chance.random() < 0.1 else b""
        if body:
            lines.append(chance.choice(["Transfer-Encoding: chunked", f"Content-Length: {len(body)}"]))
        head = "\r\n".join([*lines, "", ""]).encode(chance.choice(["latin-1", "utf-8"]), "replace")
        return head + body

    def _target(self, oddity: float) -> str:
        chance = self._chance
        steps = chance.choice(self._paths).split("/")
        for _ in range(chance.choice([0, 0, 1, 2])):
            steps.insert(
                chance.randrange(1, len(steps) + 1), chance.choice(STEPS[: len(STEPS) if oddity > 0.05 else -5])
            )
        target = self._or("/", oddity, ["//", "%2f", "\\", "/./"]).join(steps)
        front = self._or("", oddity, ["http://localhost", "http://evil.example", "file://", "x", "*"])
        return front + target + self._or("", 2 * oddity, ["?", "?x=1", "?/../x", "#x", ";x", "/", "%00", "."])

    def _header(self, oddity: float) -> str:
        chance = self._chance
        if chance.random() < 0.4:
            return f"Range: {self._ranges()}"
        known = BREAKING if chance.random() < oddity else HEADERS
        name = chance.choice(list(known))
        return f"{name}{self._or(': ', oddity, [':', ' : ', '', ':  '])}{chance.choice(known[name])}"

    def _ranges(self) -> str:
        chance = self._chance
        some = (
            f"{chance.choice(NUMBERS)}-{chance.choice(NUMBERS)}" for _ in range(chance.choice([1, 1, 2, 3, 50]))
        )
        return self._or("bytes=", 0.2, ["Bytes =", "x=", ""]) + chance.choice([",", ", "]).join(some)

    def _body(self) -> bytes:
        chance = self._chance
        sizes = (chance.choice(["1", "5", "0", "-1", "ffffffff", "fffffffffffffffff", "x", ""]) for _ in range(3))
        chunks = "".join(f"{size}\r\nabcde\r\n" for size in sizes).encode()
        return chance.choice([chunks, b"5\r\nabcde\r\n0\r\n\r\n", b"x" * 100, b"x" * 100_000])

    def _damaged(self, data: bytes) -> bytes:
        chance = self._chance
        a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        b = min(b, a + chance.choice([1, 1, 4, 40, 4000]))
        bit = chance.choice(BITS)
        return chance.choice(
            [
                data[:a] + bit + data[a:],
                data[:a] + bit + data[b:],
                data[:a] + data[b:],
                data[:b] + data[a:],
                data[:a] + chance.randbytes(b - a) + data[b:],
                data[:a],
            ]
        )
