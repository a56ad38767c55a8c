"""Nearly valid HTTP requests: a grammar combines valid and odd parts; some bytes are then damaged."""

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
INVALID_HEADERS = {
    "Host": HOSTS,
    "Transfer-Encoding": ["chunked", *CODINGS],
    "Content-Length": NUMBERS,
    "": WORDS,
    "X\0Y": WORDS,
    "X Y": WORDS,
    "\xff": WORDS,
}
FRAGMENTS = [
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
class RawRequest:
    """Bytes that are sent over one connection, piece by piece."""

    pieces: Sequence[bytes]

    @property
    def data(self) -> bytes:
        """All pieces joined."""
        return b"".join(self.pieces)


class Grammar:
    """Generates requests for some paths, the same ones for the same seed."""

    def __init__(self, seed: str, paths: Sequence[str]) -> None:
        self._rng = random.Random(seed)
        self._paths = paths

    def make_request(self) -> RawRequest:
        """Make one request or several in a row, whole or in pieces; half of them have many odd parts."""
        oddity = self._rng.choice([0.01, 0.1])
        data = b"".join(self._request(oddity) for _ in range(self._rng.choice([1, 1, 1, 1, 2, 3])))
        for _ in range(self._rng.choice([0, 0, 0, 0, 1, 2])):
            data = self._damage(data)
        cuts = sorted(self._rng.randrange(len(data) + 1) for _ in range(self._rng.choice([0, 0, 0, 1, 3])))
        return RawRequest([data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)])

    def _or(self, valid: str, oddity: float, odd: Sequence[str]) -> str:
        return self._rng.choice(odd) if self._rng.random() < oddity else valid

    def _request(self, oddity: float) -> bytes:
        rng = self._rng
        method, version = self._or("GET", 2 * oddity, METHODS), self._or("HTTP/1.1", oddity, VERSIONS)
        lines = [f"{method} {self._target(oddity)} {version}", f"Host: {self._or('localhost', oddity, HOSTS)}"]
        lines += [self._header(oddity) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
        body = self._body() if rng.random() < 0.1 else b""
        if body:
            lines.append(rng.choice(["Transfer-Encoding: chunked", f"Content-Length: {len(body)}"]))
        head = "\r\n".join([*lines, "", ""]).encode(rng.choice(["latin-1", "utf-8"]), "replace")
        return head + body

    def _target(self, oddity: float) -> str:
        rng = self._rng
        steps = rng.choice(self._paths).split("/")
        for _ in range(rng.choice([0, 0, 1, 2])):
            steps.insert(rng.randrange(1, len(steps) + 1), rng.choice(STEPS[: len(STEPS) if oddity > 0.05 else -5]))
        target = self._or("/", oddity, ["//", "%2f", "\\", "/./"]).join(steps)
        front = self._or("", oddity, ["http://localhost", "http://evil.example", "file://", "x", "*"])
        return front + target + self._or("", 2 * oddity, ["?", "?x=1", "?/../x", "#x", ";x", "/", "%00", "."])

    def _header(self, oddity: float) -> str:
        rng = self._rng
        if rng.random() < 0.4:
            return f"Range: {self._ranges()}"
        known = INVALID_HEADERS if rng.random() < oddity else HEADERS
        name = rng.choice(list(known))
        return f"{name}{self._or(': ', oddity, [':', ' : ', '', ':  '])}{rng.choice(known[name])}"

    def _ranges(self) -> str:
        rng = self._rng
        some = (f"{rng.choice(NUMBERS)}-{rng.choice(NUMBERS)}" for _ in range(rng.choice([1, 1, 2, 3, 50])))
        return self._or("bytes=", 0.2, ["Bytes =", "x=", ""]) + rng.choice([",", ", "]).join(some)

    def _body(self) -> bytes:
        rng = self._rng
        sizes = (rng.choice(["1", "5", "0", "-1", "ffffffff", "fffffffffffffffff", "x", ""]) for _ in range(3))
        chunks = "".join(f"{size}\r\nabcde\r\n" for size in sizes).encode()
        return rng.choice([chunks, b"5\r\nabcde\r\n0\r\n\r\n", b"x" * 100, b"x" * 100_000])

    def _damage(self, data: bytes) -> bytes:
        rng = self._rng
        a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
        b = min(b, a + rng.choice([1, 1, 4, 40, 4000]))
        fragment = rng.choice(FRAGMENTS)
        return rng.choice(
            [
                data[:a] + fragment + data[a:],
                data[:a] + fragment + data[b:],
                data[:a] + data[b:],
                data[:b] + data[a:],
                data[:a] + rng.randbytes(b - a) + data[b:],
                data[:a],
            ]
        )
