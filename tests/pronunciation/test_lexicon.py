"""Pronunciation lexicons: PLS files, the table of edition.toml, built-in entries, and their effect on a line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.errors import ConfigError
from audio_edition.pronunciation.lexicon import BUILT_IN, Lexeme, Lexicon, parse_shorthand, read_pls
from audio_edition.pronunciation.lexicon.lexeme import find_ipa_error
from audio_edition.pronunciation.lexicon.placing import place_pronunciations
from audio_edition.verbaliser import verbalise

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
ROOT_TAG = f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en-GB">'
NO_LEXICON = Lexicon(built_in=False)


def write_lexicon(folder: Path, body: str, root_tag: str = ROOT_TAG) -> Path:
    file = folder / "names.pls"
    file.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{root_tag}\n{body}\n</lexicon>', encoding="utf-8")
    return file


def make_lexicon(*lexemes: Lexeme) -> Lexicon:
    return Lexicon(lexemes, built_in=False)


def make_lexeme(
    grapheme: str, phonemes: str | None = None, *, alias: str | None = None, language: str = "en"
) -> Lexeme:
    return Lexeme(grapheme=grapheme, language=language, alias=alias, phonemes=phonemes)


TOKAYEV = make_lexeme("Tokayev", "təˈkaɪɛf")


def find_phonemes(text: str, *lexemes: Lexeme, locale: str = "en-GB") -> dict[str, str]:
    """Return the parts of the spoken form that have phonemes, and these phonemes."""
    spoken, replacements = verbalise(text, locale, lexicon=make_lexicon(*lexemes))
    return {spoken[p.start : p.end]: p.ipa for p in place_pronunciations(text, replacements, spoken, locale)}


# Files ───────────────────────────────────────────────────────────────────────────────────────────────

EVERYTHING = """
  <meta name="maker" content="a test"/>
  <lexeme xml:id="a1"><grapheme>color</grapheme><grapheme>colour</grapheme><phoneme>ˈkʌlə</phoneme></lexeme>
  <lexeme><grapheme> La  vita
      è bella </grapheme><phoneme> ˈlɑː ˈviːtə </phoneme><example>Seen it?</example></lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
  <lexeme><grapheme>huge</grapheme><phoneme>hjuːdʒ</phoneme><phoneme prefer="true">juːdʒ</phoneme></lexeme>
  <lexeme><grapheme>Sepulveda</grapheme><alias>first</alias><alias>second</alias></lexeme>
  <lexeme><grapheme>Sean</grapheme><phoneme alphabet="x-sampa">SO:n</phoneme>
    <alias prefer="true">Shawn</alias></lexeme>
  <lexeme role="m:verb" xmlns:m="http://example.org/m"><grapheme>read</grapheme><phoneme>rɛd</phoneme></lexeme>
  <!-- AT&amp;T is a company --><lexeme><grapheme>AT&amp;T</grapheme><alias>A T and T</alias></lexeme>
"""


def test_a_file_is_read_as_the_specification_requires(tmp_path: Path) -> None:
    found = [(x.grapheme, x.alias, x.phonemes, x.language) for x in read_pls(write_lexicon(tmp_path, EVERYTHING))]
    assert found == [
        ("color", None, "ˈkʌlə", "en-GB"),
        ("colour", None, "ˈkʌlə", "en-GB"),
        ("La vita è bella", None, "ˈlɑː ˈviːtə", "en-GB"),
        ("W3C", "World Wide Web Consortium", None, "en-GB"),
        ("huge", None, "juːdʒ", "en-GB"),
        ("Sepulveda", "first", None, "en-GB"),
        ("Sean", "Shawn", None, "en-GB"),
        ("AT&T", "A T and T", None, "en-GB"),
    ]


GRAPHEME = "<grapheme>Xi</grapheme>"
MISTAKES = [
    (f"<lexeme>{GRAPHEME}</lexeme>", ROOT_TAG, "line 3: this lexeme has no <alias> or <phoneme>"),
    ("<lexeme><alias>Shee</alias></lexeme>", ROOT_TAG, "line 3: this lexeme has no <grapheme>"),
    ("\n<lexeme><grapheme> </grapheme><alias>Shee</alias></lexeme>", ROOT_TAG, "line 4: <grapheme> is empty"),
    (f"<lexeme>{GRAPHEME}<alias>Sh<b/>ee</alias></lexeme>", ROOT_TAG, "line 3: <alias> contains more than text"),
    (f"<lexeme>{GRAPHEME}<phoneme>S1</phoneme></lexeme>", ROOT_TAG, "'S1': 'S' is not a symbol of the IPA"),
    (f"<lexeme>{GRAPHEME}<phoneme>'ʃiː</phoneme></lexeme>", ROOT_TAG, "is not a symbol of the IPA"),
    (f"<lexeme>{GRAPHEME}<phoneme>ˈˈ</phoneme></lexeme>", ROOT_TAG, "it has no letter of the IPA"),
    (
        f'<lexeme>{GRAPHEME}<phoneme alphabet="x-sampa">Si:</phoneme></lexeme>',
        ROOT_TAG,
        "alphabet 'x-sampa' is unknown",
    ),
    (
        f"<lexeme>{GRAPHEME}<phoneme>ʃiː</phoneme></lexeme>",
        ROOT_TAG.replace(' alphabet="ipa"', ""),
        "alphabet '' is unknown",
    ),
    ("", ROOT_TAG.replace(' xml:lang="en-GB"', ""), "line 2: the lexicon has no language"),
    ("<lexeme>", ROOT_TAG, "line 4"),
    ("", "<lexicon>", "line 2: the file is not a pronunciation lexicon"),
    (
        f"<lexeme>{GRAPHEME}<alias>&bomb;</alias></lexeme>",
        f'<!DOCTYPE lexicon [<!ENTITY bomb "boom">]>{ROOT_TAG}',
        "line 3: <alias> contains more than text",
    ),
]


@pytest.mark.parametrize(("body", "root_tag", "message"), MISTAKES)
def test_a_mistake_is_reported_with_file_line_and_hint(
    tmp_path: Path, body: str, root_tag: str, message: str
) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)) as caught:
        read_pls(write_lexicon(tmp_path, body, root_tag))
    assert str(caught.value).startswith(f"{tmp_path / 'names.pls'}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        read_pls(tmp_path / "names.pls")


def test_the_table_accepts_respellings_and_ipa() -> None:
    found = list(
        parse_shorthand({"Tokayev": " Toh-KAH-yeff ", "Xi  Jinping": "/ʃiː dʒɪnˈpɪŋ/"}, "en", "edition.toml")
    )
    assert found == [
        make_lexeme("Tokayev", alias="Toh-KAH-yeff"),
        make_lexeme("Xi Jinping", "ʃiː dʒɪnˈpɪŋ"),
    ]


@pytest.mark.parametrize(
    "entry", [("", "x"), ("Xi", " "), ("Xi", "/"), ("Xi", "/ʃiː"), ("Xi", "//"), ("Xi", "/5/")]
)
def test_an_invalid_entry_of_the_table_is_named(entry: tuple[str, str]) -> None:
    with pytest.raises(ConfigError, match=re.escape(f"edition.toml: {entry[0]!r} = {entry[1]!r}")) as caught:
        list(parse_shorthand(dict([entry]), "en", "edition.toml"))
    assert caught.value.hint


# On a line ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Tokayev said", {"Tokayev": "təˈkaɪɛf"}),
        ("Tokayev’s plan", {"Tokayev's": "təˈkaɪɛfs"}),
        ("the Tokayevs’ plan", {"Tokayevs": "təˈkaɪɛfs"}),
        ("‘Tokayev’", {"Tokayev": "təˈkaɪɛf"}),
        ("a Tokayev-led group", {"Tokayev": "təˈkaɪɛf"}),
        ("TOKAYEV, tokayev and Tokayeva", {}),
        ("Mr O’Tokayev’ski", {}),
    ],
)
def test_entries_match_whole_words_as_written_with_their_endings(text: str, found: dict[str, str]) -> None:
    assert find_phonemes(text, TOKAYEV) == found


@pytest.mark.parametrize(
    ("phonemes", "ending"),
    [("kuː", "z"), ("tɪk", "s"), ("bʊʃ", "ɪz"), ("mɑːtʃ", "ɪz"), ("ruːʒ", "ɪz"), ("bɒb", "z")],
)
def test_the_sound_of_an_ending_s_depends_on_the_sound_before_it(phonemes: str, ending: str) -> None:
    assert find_phonemes("Wuxi's hopes", make_lexeme("Wuxi", phonemes)) == {"Wuxi's": f"{phonemes}{ending}"}


def test_short_names_do_not_match_with_a_plural_s() -> None:
    assert find_phonemes("This was Thi’s", make_lexeme("Thi", "tiː"), make_lexeme("Wa", "wɑː")) == {"Thi's": "tiːz"}


def test_entries_in_other_languages_have_no_english_endings() -> None:
    assert find_phonemes("Tokayevs Plan", make_lexeme("Tokayev", "a", language="de"), locale="de") == {}


@pytest.mark.parametrize("text", ["3.5", "5.3", "2,300 of 13", "3rd"])
def test_an_entry_for_a_figure_does_not_match_part_of_a_number(text: str) -> None:
    assert verbalise(text, lexicon=make_lexicon(make_lexeme("3", alias="trey"))) == verbalise(
        text, lexicon=NO_LEXICON
    )
    assert verbalise("3, 3.", lexicon=make_lexicon(make_lexeme("3", alias="trey")))[0] == "trey, trey."


def test_the_longest_entry_applies_and_of_equal_ones_the_first() -> None:
    lexemes = (make_lexeme("Xi", "ʃiː"), make_lexeme("Xi Jinping", "long"), make_lexeme("Xi", "second"))
    assert find_phonemes("Xi met Xi\u00a0Jinping", *lexemes) == {"Xi": "ʃiː", "Xi Jinping": "long"}


def test_all_kinds_of_apostrophes_and_hyphens_match() -> None:
    entries = (make_lexeme("coup d'état", "kuː"), make_lexeme("Al-Aqsa", "ælˈæksə"))
    assert find_phonemes("coup d’état at Al‑Aqsa", *entries) == {"coup d'état": "kuː", "Al‑Aqsa": "ælˈæksə"}


def test_an_alias_is_not_verbalised_again_and_keeps_the_ending() -> None:
    spoken, (found,) = verbalise("W3C’s", lexicon=make_lexicon(make_lexeme("W3C", alias="Dr 3 No.")))
    assert spoken == "Dr 3 No.'s"
    assert (found.rule, found.phonemes) == ("lexicon", None)


def test_an_entry_takes_precedence_over_every_rule() -> None:
    lexicon = make_lexicon(
        make_lexeme("2nd Lt", alias="second loo-tenant"),
        make_lexeme("Mr", alias="Monsieur"),
        make_lexeme("£5", alias="a fiver"),
    )
    assert (
        verbalise("Mr X paid the 2nd Lt £5.", lexicon=lexicon)[0]
        == "Monsieur X paid the second loo-tenant a fiver."
    )


@pytest.mark.parametrize(
    ("entry_language", "text_language", "applies"),
    [
        ("en", "en-GB", True),
        ("en-GB", "en-GB", True),
        ("en-gb", "en_GB", True),
        ("en-GB", "en", True),
        ("en-US", "en-GB", False),
        ("de", "en-GB", False),
        ("e", "en", False),
    ],
)
def test_entries_apply_to_texts_in_their_language(entry_language: str, text_language: str, applies: bool) -> None:
    lexicon = make_lexicon(make_lexeme("Xi", alias="Shee", language=entry_language))
    assert (verbalise("Xi", text_language, lexicon=lexicon)[0] == "Shee") is applies


def test_own_entries_take_precedence_over_built_in_ones() -> None:
    spoken, replacements = verbalise("Renault", lexicon=Lexicon([make_lexeme("Renault", "rəˈnəʊ")]))
    assert (spoken, replacements[0].phonemes) == ("Renault", "rəˈnəʊ")


# Laws ────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = st.lists(
    st.sampled_from(
        "the said — “ ” ’ , . ( ) … £5m 3% 14:30 Dr 1990s NATO and/or 2nd No10 * 5kg - & vs J.K. 7 : ; ! ?".split()
    ),
    max_size=8,
).map(" ".join)


@given(st.text(max_size=120))
def test_entries_that_do_not_occur_change_nothing(text: str) -> None:
    absent = make_lexicon(make_lexeme("Tokayevski", "a"), make_lexeme("Zzyzx", alias="b"))
    assert verbalise(text, lexicon=absent) == verbalise(text, lexicon=NO_LEXICON)


@given(PIECES, PIECES)
def test_phonemes_do_not_change_the_spoken_form_and_are_placed_at_their_name(before: str, after: str) -> None:
    text = f"{before} Tokayev {after}"
    spoken, replacements = verbalise(text, lexicon=make_lexicon(TOKAYEV))
    plain, others = verbalise(text, lexicon=NO_LEXICON)
    assert spoken == plain
    assert [r for r in replacements if r.rule != "lexicon"] == list(others)
    placed = place_pronunciations(text, replacements, spoken, "en-GB")
    (found,) = (pronunciation for pronunciation in placed if pronunciation.ipa == TOKAYEV.phonemes)
    assert spoken[found.start : found.end] == "Tokayev"


@given(PIECES, PIECES)
def test_an_alias_changes_only_its_own_words(before: str, after: str) -> None:
    text = f"{before} Tokayev {after}"
    spoken = verbalise(text, lexicon=make_lexicon(make_lexeme("Tokayev", alias="Toh Kai Eff")))[0]
    assert spoken == verbalise(text, lexicon=NO_LEXICON)[0].replace("Tokayev", "Toh Kai Eff")


# The built-in lexicon ────────────────────────────────────────────────────────────────────────────────

ENTRIES = sorted({x for lexemes in BUILT_IN.index_for("en-GB").values() for x in lexemes}, key=lambda x: x.grapheme)


def test_the_built_in_entries_are_valid_and_unique() -> None:
    assert len(ENTRIES) > 1000
    assert [g for g, n in Counter(x.grapheme for x in ENTRIES).items() if n > 1] == []
    for lexeme in ENTRIES:
        assert lexeme.phonemes
        assert find_ipa_error(lexeme.phonemes) == ("", "")
        assert lexeme.grapheme == unicodedata.normalize("NFC", lexeme.grapheme)


def test_a_lower_case_word_is_also_listed_with_a_capital() -> None:
    graphemes = {x.grapheme for x in ENTRIES}
    names = ("al-", "bin ", "de ", "van ", "von ", "uM")
    small = {g for g in graphemes if g[0].islower() and (not g.startswith(names) or g == "de facto")}
    assert {g for g in small if g[0].upper() + g[1:] not in graphemes} == set()


def test_built_in_phonemes_change_no_spoken_form() -> None:
    for lexeme in ENTRIES:
        spoken, replacements = verbalise(f"They saw {lexeme.grapheme}’s there.", lexicon=BUILT_IN)
        assert spoken == f"They saw {lexeme.grapheme}'s there."
        assert "lexicon" in {r.rule for r in replacements}


def test_british_entries_do_not_apply_to_american_texts() -> None:
    assert "Renault" in BUILT_IN.index_for("en-GB").keys() & BUILT_IN.index_for("en").keys()
    assert "Renault" not in BUILT_IN.index_for("en-US")
    assert "Tokayev" in BUILT_IN.index_for("en-US")
    assert BUILT_IN.index_for("de") == {}


def test_the_built_in_entries_apply_to_every_name_of_the_seed() -> None:
    text = "Kassym-Zhomart Tokayev of Kazakhstan met Sadyr Japarov of Kyrgyzstan in Almaty."
    found = {text[r.start : r.end] for r in verbalise(text, lexicon=BUILT_IN)[1]}
    assert found == {"Tokayev", "Kazakhstan", "Sadyr", "Japarov", "Kyrgyzstan", "Almaty"}
