"""Portuguese number words; Brazil has its own teens and counts in the short scale."""

from __future__ import annotations

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import split_by_millions, split_by_thousands

_ONES = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete"
    " dezoito dezanove"
).split()
_BRAZILIAN = {16: "dezesseis", 17: "dezessete", 19: "dezenove"}
_TENS = "- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split()
_HUNDREDS = "- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos".split()
_SHORT_SCALE_NAMES = ["", "mil", "milhão", "bilhão", "trilhão", "quatrilhão"]
_LONG_SCALE_NAMES = ["", "milhão", "bilião"]
_RANKS = "- primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono".split()
_RANK_TENS = (
    "- décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo"
).split()


def _below_hundred(n: int, gender: str, locale: Locale) -> str:
    tens, ones = divmod(n, 10)
    if n < 20:
        words = _BRAZILIAN.get(n, _ONES[n]) if locale.region == "br" else _ONES[n]
    else:
        words = _TENS[tens] + (f" e {_ONES[ones]}" if ones else "")
    if gender == "f" and ones in {1, 2} and tens != 1:
        return words.removesuffix("um").removesuffix("dois") + ("uma" if ones == 1 else "duas")
    return words


def _below_thousand(n: int, gender: str, locale: Locale) -> str:
    hundreds, rest = divmod(n, 100)
    if n == 100:
        return "cem"
    words = _HUNDREDS[hundreds] if hundreds else ""
    if gender == "f" and hundreds > 1:
        words = f"{words[:-2]}as"
    tail = _below_hundred(rest, gender, locale) if rest else ""
    return " e ".join(filter(None, (words, tail)))


def _name_group(words: str, group: int, name: str) -> str:
    return f"{words} {name if group == 1 else name.replace('ão', 'ões')}"


def _join_groups(parts: list[str], last: int) -> str:
    """Join the groups; "e" joins the last one if it is below a hundred or whole hundreds, of ones or thousands."""
    group = last if last % 1000 else last // 1000
    if len(parts) > 1 and group < 1000 and (group < 100 or group % 100 == 0):
        return f"{' '.join(parts[:-1])} e {parts[-1]}"
    return " ".join(parts)


def _below_million(n: int, gender: str, locale: Locale) -> str:
    thousands, rest = divmod(n, 1000)
    lead = f"{_below_thousand(thousands, gender, locale)} mil" if thousands > 1 else "mil" * thousands
    tail = _below_thousand(rest, gender, locale) if rest else ""
    return _join_groups([part for part in (lead, tail) if part], rest)


def _short_scale_cardinal(n: int, gender: str, locale: Locale) -> str:
    parts = [
        _name_group(_below_thousand(group, "m", locale), group, _SHORT_SCALE_NAMES[power])
        for group, power in split_by_thousands(n - n % 10**6)
    ]
    if rest := n % 10**6:
        parts.append(_below_million(rest, gender, locale))
    return _join_groups(parts, rest)


def _long_scale_cardinal(n: int, gender: str, locale: Locale) -> str:
    found = split_by_millions(n)
    parts = [
        _name_group(
            _below_million(group, "m" if power else gender, locale), group, _LONG_SCALE_NAMES[power]
        ).strip()
        for group, power in found
    ]
    return _join_groups(parts, found[-1][0] if found else 0)


def cardinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return a cardinal: 2024 → "dois mil e vinte e quatro", 200 before a feminine noun "duzentas"."""
    scale = _short_scale_cardinal if locale.region == "br" else _long_scale_cardinal
    return scale(n, gender, locale) or _ONES[0]


def ordinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return an ordinal: 3 → "terceiro" or "terceira", 22 → "vigésimo segundo"."""
    if n > 99:
        return "centésimo" if n == 100 else cardinal(n, locale, gender)
    words = " ".join(filter(None, (_RANK_TENS[n // 10] * (n > 9), _RANKS[n % 10] * (n % 10 > 0))))
    return " ".join(f"{word[:-1]}a" for word in words.split()) if gender == "f" else words


def year(n: int, locale: Locale) -> str:
    """Return a year, which is a cardinal."""
    return cardinal(n, locale)
