"""One entry of a lexicon: what is written, and how it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audio_edition.errors import ConfigError

_LETTERS = (
    "pbtdʈɖcɟkɡgqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧɫʦʣʧʤʨʥ"
    "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝᵻ"
)
_MARKS = r"\u02b0-\u036f.‿|\s"
_IPA_SYMBOL = re.compile(f"[{_LETTERS}{_MARKS}]")
_IPA_TRANSCRIPTION = re.compile(f"[{_MARKS}]*[{_LETTERS}][{_LETTERS}{_MARKS}]*")
"""Letters, marks and pauses of the International Phonetic Alphabet, a letter at least; g is as good as ɡ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """`grapheme` is said as another spelling, its `alias`, or with `phonemes` in IPA: one of the two.

    `language` is the BCP 47 tag of the texts it holds for.
    """

    grapheme: str
    language: str
    alias: str | None = None
    phonemes: str | None = None


def find_ipa_error(phonemes: str) -> tuple[str, str]:
    """What is wrong with a transcription, and what to do about it; two blanks if nothing is."""
    if _IPA_TRANSCRIPTION.fullmatch(phonemes):
        return "", ""
    strange = next((character for character in phonemes if not _IPA_SYMBOL.match(character)), None)
    if strange is None:
        return "there is no sound in it", "write the sounds in IPA, such as təʊˈkaɪɛf"
    hint = {"'": "the mark of stress is ˈ", ":": "the mark of length is ː"}.get(strange, "see ipachart.com")
    return f"{strange!r} is no sign of the IPA", hint


def parse_shorthand(table: Mapping[str, str], language: str, place: str) -> Iterator[Lexeme]:
    """Lexemes of a table such as {"Tokayev": "Toh-KAH-yeff", "Nguyen": "/wɪn/"}: respellings, and IPA in slashes.

    Raises ConfigError that names `place` and entry.
    """
    for written, said in table.items():
        grapheme, spoken = " ".join(written.split()), " ".join(said.split())
        if not grapheme or not spoken:
            raise ConfigError(
                f"{place}: {written!r} = {said!r} is empty", hint="write how it is said, or remove it"
            )
        if not spoken.startswith("/"):
            yield Lexeme(grapheme=grapheme, language=language, alias=spoken)
            continue
        fault, hint = find_ipa_error(spoken[1:-1])
        if len(spoken) < 2 or not spoken.endswith("/"):
            fault, hint = "IPA stands between two slashes", 'such as "/wɪn/"'
        if fault:
            raise ConfigError(f"{place}: {written!r} = {said!r}: {fault}", hint=hint)
        yield Lexeme(grapheme=grapheme, language=language, phonemes=spoken[1:-1])
