"""English number words: cardinals, ordinals, decimals, years, digits."""

from __future__ import annotations

from audio_edition.languages.locale import BRITISH, Locale

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_GROUPS = (
    " thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion"
    " undecillion duodecillion tredecillion quattuordecillion quindecillion sexdecillion septendecillion"
    " octodecillion novemdecillion vigintillion"
).split(" ")
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
"""The largest number that has a word for each of its groups of three digits."""


def digits(text: str) -> str:
    """Return the digits of a text as words, one by one."""
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


def cardinal(n: int, locale: Locale = BRITISH, gender: str = "") -> str:  # noqa: ARG001 - English has none
    """Return a cardinal in words: 301 → "three hundred and one"; American English leaves out the "and".

    A number greater than LARGEST is read digit by digit.
    """
    if n > LARGEST:
        return digits(str(n))
    link = " " if locale.american else " and "
    groups = []
    rest, power = n, 0
    while rest:
        rest, group = divmod(rest, 1000)
        if group:
            groups.append(f"{_below_thousand(group, link)} {_GROUPS[power]}".strip())
        power += 1
    if len(groups) > 1 and not locale.american and 0 < n % 1000 < 100:
        groups[0] = f"and {groups[0]}"
    return " ".join(reversed(groups)) or _ONES[0]


def ordinal(n: int, locale: Locale = BRITISH, gender: str = "") -> str:  # noqa: ARG001 - English has none
    """Return an ordinal in words: 301 → "three hundred and first"."""
    words = cardinal(n, locale)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last.endswith("y"):
        return f"{head}{last[:-1]}ieth"
    return head + _ORDINALS.get(last, f"{last}th")


def spoken_number(written: str, locale: Locale = BRITISH) -> str:
    """Return a written cardinal or decimal, perhaps with commas, in words: "1,234.50" → "… point five zero"."""
    whole, _, fraction = written.replace(",", "").partition(".")
    if len(whole) > 1 and whole[0] == "0" and not fraction:
        return digits(whole)
    if not whole:
        return f"point {digits(fraction)}"
    words = cardinal(int(whole), locale)
    return f"{words} point {digits(fraction)}" if fraction else words


def year(n: int, locale: Locale = BRITISH) -> str:
    """Return a year in words.

    1905 → "nineteen oh five", 2005 → "two thousand and five", 2022 → "twenty twenty-two".
    """
    century, rest = divmod(n, 100)
    if n % 1000 < 10 or n < 1000 or n > 9999:
        return cardinal(n, locale)
    if rest == 0:
        return f"{_below_hundred(century)} hundred"
    return f"{_below_hundred(century)} {two_digits(rest)}"


def two_digits(n: int) -> str:
    """Return the last two digits of a year or of a time in words: 5 → "oh five", 45 → "forty-five"."""
    return f"oh {_ONES[n]}" if n < 10 else _below_hundred(n)


def spoken_name_number(figure: str, locale: Locale = BRITISH) -> str:
    """Return the number of a road, a plane or a house in words.

    747 → "seven forty-seven", 1428 → "fourteen twenty-eight".
    """
    if figure.startswith("0") or len(figure) > 4:
        return digits(figure)
    head, tail = figure[:-2], figure[-2:]
    if not head or tail == "00" or (len(figure) == 4 and head[1] == "0"):
        return cardinal(int(figure), locale)
    return f"{cardinal(int(head))} {two_digits(int(tail))}"


def plural_of_number(words: str) -> str:
    """Return the plural of a number word: "nineties", "two thousands", "sixes", "halves"."""
    if words.endswith("half"):
        return f"{words[:-1]}ves"
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return words + ("es" if words.endswith("x") else "s")
