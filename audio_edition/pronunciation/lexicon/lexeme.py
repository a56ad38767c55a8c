"""One entry of a lexicon: a written form and its pronunciation."""

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
"""Letters, marks and pauses of the International Phonetic Alphabet with at least one letter; g may stand for ɡ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """A written form, `grapheme`, with either an `alias`, another spelling to speak, or `phonemes` in IPA.

    `language` is the BCP 47 tag of the texts that it applies to.
    """

    grapheme: str
    language: str
    alias: str | None = None
    phonemes: str | None = None


def find_ipa_error(phonemes: str) -> tuple[str, str]:
    """Return the error in a transcription and a hint; two empty strings if it is valid."""
    if _IPA_TRANSCRIPTION.fullmatch(phonemes):
        return "", ""
    unknown = next((character for character in phonemes if not _IPA_SYMBOL.match(character)), None)
    if unknown is None:
        return "it has no letter of the IPA", "write the sounds in IPA, such as təʊˈkaɪɛf"
    hint = {"'": "the stress mark is ˈ", ":": "the length mark is ː"}.get(unknown, "see ipachart.com")
    return f"{unknown!r} is not a symbol of the IPA", hint


def parse_shorthand(table: Mapping[str, str], language: str, source: str) -> Iterator[Lexeme]:
    """Yield the lexemes of a table such as {"Tokayev": "Toh-KAH-yeff", "Nguyen": "/wɪn/"}.

    A value is a respelling, or IPA between slashes. An invalid entry raises ConfigError, which names the entry and
    its `source`.
    """
    for written, value in table.items():
        grapheme, spoken = " ".join(written.split()), " ".join(value.split())
        if not grapheme or not spoken:
            raise ConfigError(
                f"{source}: {written!r} = {value!r} is empty", hint="write the pronunciation, or remove the entry"
            )
        if not spoken.startswith("/"):
            yield Lexeme(grapheme=grapheme, language=language, alias=spoken)
            continue
        fault, hint = find_ipa_error(spoken[1:-1])
        if len(spoken) < 2 or not spoken.endswith("/"):
            fault, hint = "IPA must stand between two slashes", 'such as "/wɪn/"'
        if fault:
            raise ConfigError(f"{source}: {written!r} = {value!r}: {fault}", hint=hint)
        yield Lexeme(grapheme=grapheme, language=language, phonemes=spoken[1:-1])
