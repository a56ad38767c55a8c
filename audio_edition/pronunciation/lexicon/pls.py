"""Read lexicons in the format of the Pronunciation Lexicon Specification 1.0 (W3C, 14 October 2008).

Two parts of the specification are not implemented: an alias is final and is not looked up in the lexicon again, and
lexemes with a role are skipped, because the roles of words are not known here.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from audio_edition.errors import ConfigError
from audio_edition.pronunciation.lexicon.lexeme import Lexeme, find_ipa_error

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LEXICON, _LEXEME, _GRAPHEME, _ALIAS, _PHONEME = (
    f"{{{_NAMESPACE}}}{name}" for name in ("lexicon", "lexeme", "grapheme", "alias", "phoneme")
)
_PRONUNCIATION_TAGS = frozenset({_ALIAS, _PHONEME})


def read_pls(file: Path) -> tuple[Lexeme, ...]:
    """Return the lexemes of a file in their order. An error raises ConfigError, which names file and line."""
    try:
        return parse_pls(file.read_bytes(), str(file))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}", hint="check the path of the lexicon") from error


def parse_pls(data: bytes, name: str) -> tuple[Lexeme, ...]:
    """Return the lexemes of a document. An error raises ConfigError, which names the line and calls it `name`."""
    root = _parse_root(data, name)
    language = root.get(_LANGUAGE, "").strip()
    if not language:
        raise _error_at(name, root, "the lexicon has no language", 'write <lexicon … xml:lang="en-GB">')
    alphabet = root.get("alphabet", "")
    return tuple(
        lexeme
        for element in root.iterchildren(_LEXEME)
        if "role" not in element.attrib
        for lexeme in _read_lexemes(element, name, language, alphabet)
    )


def _parse_root(data: bytes, name: str) -> _Element:
    from lxml import etree  # imported here because an edition without a lexicon does not need lxml

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        what = str(error.msg).partition(", line ")[0]
        raise ConfigError(f"{name}: line {error.lineno}: {what}", hint="correct the XML there") from error
    if root.tag != _LEXICON:
        raise _error_at(
            name, root, "the file is not a pronunciation lexicon", f'begin with <lexicon xmlns="{_NAMESPACE}" …>'
        )
    return root


def _read_lexemes(element: _Element, name: str, language: str, alphabet: str) -> list[Lexeme]:
    """Return one lexeme for each grapheme of a <lexeme> element."""
    graphemes = []
    pronunciations = []
    for child in element:
        if child.tag == _GRAPHEME:
            graphemes.append(_read_text(child, name))
        elif child.tag in _PRONUNCIATION_TAGS:
            pronunciations.append(child)
    if not graphemes or not pronunciations:
        missing = "<alias> or <phoneme>" if graphemes else "<grapheme>"
        raise _error_at(name, element, f"this lexeme has no {missing}", "write one, or remove the lexeme")
    chosen = next(filter(_is_preferred, pronunciations), pronunciations[0])
    text = _read_text(chosen, name)
    if chosen.tag == _ALIAS:
        return [Lexeme(grapheme=grapheme, language=language, alias=text) for grapheme in graphemes]
    _check_phonemes(chosen, text, name, chosen.get("alphabet", alphabet))
    return [Lexeme(grapheme=grapheme, language=language, phonemes=text) for grapheme in graphemes]


def _is_preferred(element: _Element) -> bool:
    return element.get("prefer") in {"true", "1"}


def _check_phonemes(element: _Element, text: str, name: str, alphabet: str) -> None:
    if alphabet != "ipa":
        raise _error_at(name, element, f"the alphabet {alphabet!r} is unknown", 'write IPA, with alphabet="ipa"')
    fault, hint = find_ipa_error(text)
    if fault:
        raise _error_at(name, element, f"{text!r}: {fault}", hint)


def _read_text(element: _Element, name: str) -> str:
    """Return the text of an element with its whitespace normalized as the specification requires."""
    text = unicodedata.normalize("NFC", " ".join((element.text or "").split()))
    if len(element) or not text:
        what = f"<{element.tag.rpartition('}')[2]}>"
        raise _error_at(
            name, element, f"{what} {'contains more than text' if len(element) else 'is empty'}", "write text"
        )
    return text


def _error_at(name: str, element: _Element, what: str, hint: str) -> ConfigError:
    return ConfigError(f"{name}: line {element.sourceline}: {what}", hint=hint)
