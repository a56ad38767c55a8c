"""Number words: cardinals, ordinals, decimals, years, digits. British unless told American."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_GROUPS = " thousand million billion trillion quadrillion".split(" ")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
LARGEST = 10 ** (3 * len(_GROUPS)) - 1


def digits(text: str) -> str:
    """Every digit of a text, one by one."""
    return " ".join(_ONES[int(c)] for c in text if c.isdecimal())


def _below_hundred(n: int) -> str:
    if n < 20:
        return _ONES[n]
    return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")


def _below_thousand(n: int, link: str) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_hundred(rest)
    return f"{_ONES[hundreds]} hundred" + (f"{link}{_below_hundred(rest)}" if rest else "")


def cardinal(n: int, *, american: bool = False) -> str:
    """301 → "three hundred and one"; American without "and"; beyond LARGEST digit by digit."""
    if n > LARGEST:
        return digits(str(n))
    link = " " if american else " and "
    groups = []
    rest, power = n, 0
    while rest:
        rest, group = divmod(rest, 1000)
        if group:
            groups.append(f"{_below_thousand(group, link)} {_GROUPS[power]}".strip())
        power += 1
    if len(groups) > 1 and not american and 0 < n % 1000 < 100:
        groups[0] = f"and {groups[0]}"
    return " ".join(reversed(groups)) or _ONES[0]


def ordinal(n: int, *, american: bool = False) -> str:
    """301 → "three hundred and first"."""
    words = cardinal(n, american=american)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last.endswith("y"):
        return f"{head}{last[:-1]}ieth"
    return head + _ORDINALS.get(last, f"{last}th")


def number(written: str, *, american: bool = False) -> str:
    """A cardinal or decimal as written, commas and all: "1,234.50" → "... point five zero"."""
    whole, _, fraction = written.replace(",", "").partition(".")
    words = cardinal(int(whole or 0), american=american)
    return f"{words} point {digits(fraction)}" if fraction else words


def year(n: int, *, american: bool = False) -> str:
    """1905 → "nineteen oh five", 2005 → "two thousand and five", 2022 → "twenty twenty-two"."""
    century, rest = divmod(n, 100)
    if n % 1000 < 10 or n < 1000:
        return cardinal(n, american=american)
    if rest == 0:
        return f"{_below_hundred(century)} hundred"
    return f"{_below_hundred(century)} {'oh ' if rest < 10 else ''}{_below_hundred(rest)}"


def plural(words: str) -> str:
    """The plural of a number word: "nineties", "two thousands", "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return words + ("es" if words.endswith("x") else "s")
