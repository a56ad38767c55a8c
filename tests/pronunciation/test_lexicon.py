"""Pronunciation lexicons: PLS files, the table of edition.toml, the built-in one, and what they do to a line."""

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

SPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
HEAD = f'<lexicon version="1.0" xmlns="{SPACE}" alphabet="ipa" xml:lang="en-GB">'
NOTHING = Lexicon(built_in=False)


def written(folder: Path, body: str, head: str = HEAD) -> Path:
    file = folder / "names.pls"
    file.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}\n</lexicon>', encoding="utf-8")
    return file


def own(*lexemes: Lexeme) -> Lexicon:
    return Lexicon(lexemes, built_in=False)


def name(grapheme: str, phonemes: str | None = None, *, alias: str | None = None, language: str = "en") -> Lexeme:
    return Lexeme(grapheme=grapheme, language=language, alias=alias, phonemes=phonemes)


TOKAYEV = name("Tokayev", "təˈkaɪɛf")


def sounds(text: str, *lexemes: Lexeme, locale: str = "en-GB") -> dict[str, str]:
    """What of the spoken form has phonemes, and which."""
    spoken, replacements = verbalise(text, locale, lexicon=own(*lexemes))
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


def test_a_file_is_read_as_the_specification_says(tmp_path: Path) -> None:
    found = [(x.grapheme, x.alias, x.phonemes, x.language) for x in read_pls(written(tmp_path, EVERYTHING))]
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
    (f"<lexeme>{GRAPHEME}</lexeme>", HEAD, "line 3: this lexeme has no <alias> or <phoneme>"),
    ("<lexeme><alias>Shee</alias></lexeme>", HEAD, "line 3: this lexeme has no <grapheme>"),
    ("\n<lexeme><grapheme> </grapheme><alias>Shee</alias></lexeme>", HEAD, "line 4: <grapheme> holds nothing"),
    (f"<lexeme>{GRAPHEME}<alias>Sh<b/>ee</alias></lexeme>", HEAD, "line 3: <alias> holds more than text"),
    (f"<lexeme>{GRAPHEME}<phoneme>S1</phoneme></lexeme>", HEAD, "'S1': 'S' is no sign of the IPA"),
    (f"<lexeme>{GRAPHEME}<phoneme>'ʃiː</phoneme></lexeme>", HEAD, "is no sign of the IPA"),
    (f"<lexeme>{GRAPHEME}<phoneme>ˈˈ</phoneme></lexeme>", HEAD, "there is no sound in it"),
    (
        f'<lexeme>{GRAPHEME}<phoneme alphabet="x-sampa">Si:</phoneme></lexeme>',
        HEAD,
        "alphabet 'x-sampa' is unknown",
    ),
    (
        f"<lexeme>{GRAPHEME}<phoneme>ʃiː</phoneme></lexeme>",
        HEAD.replace(' alphabet="ipa"', ""),
        "alphabet '' is unknown",
    ),
    ("", HEAD.replace(' xml:lang="en-GB"', ""), "line 2: it names no language"),
    ("<lexeme>", HEAD, "line 4"),
    ("", "<lexicon>", "line 2: is no pronunciation lexicon"),
    (
        f"<lexeme>{GRAPHEME}<alias>&bomb;</alias></lexeme>",
        f'<!DOCTYPE lexicon [<!ENTITY bomb "boom">]>{HEAD}',
        "line 3: <alias> holds more than text",
    ),
]


@pytest.mark.parametrize(("body", "head", "message"), MISTAKES)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, body: str, head: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)) as caught:
        read_pls(written(tmp_path, body, head))
    assert str(caught.value).startswith(f"{tmp_path / 'names.pls'}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        read_pls(tmp_path / "names.pls")


def test_the_table_takes_respellings_and_ipa() -> None:
    found = list(
        parse_shorthand({"Tokayev": " Toh-KAH-yeff ", "Xi  Jinping": "/ʃiː dʒɪnˈpɪŋ/"}, "en", "edition.toml")
    )
    assert found == [
        name("Tokayev", alias="Toh-KAH-yeff"),
        name("Xi Jinping", "ʃiː dʒɪnˈpɪŋ"),
    ]


@pytest.mark.parametrize(
    "entry", [("", "x"), ("Xi", " "), ("Xi", "/"), ("Xi", "/ʃiː"), ("Xi", "//"), ("Xi", "/5/")]
)
def test_an_entry_of_the_table_that_says_nothing_is_named(entry: tuple[str, str]) -> None:
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
def test_whole_words_as_written_with_their_endings(text: str, found: dict[str, str]) -> None:
    assert sounds(text, TOKAYEV) == found


@pytest.mark.parametrize(
    ("phonemes", "ending"),
    [("kuː", "z"), ("tɪk", "s"), ("bʊʃ", "ɪz"), ("mɑːtʃ", "ɪz"), ("ruːʒ", "ɪz"), ("bɒb", "z")],
)
def test_the_s_sounds_as_the_sound_before_it_wants(phonemes: str, ending: str) -> None:
    assert sounds("Wuxi's hopes", name("Wuxi", phonemes)) == {"Wuxi's": f"{phonemes}{ending}"}


def test_short_names_make_no_words_by_an_s() -> None:
    assert sounds("This was Thi’s", name("Thi", "tiː"), name("Wa", "wɑː")) == {"Thi's": "tiːz"}


def test_a_language_without_our_endings_has_none() -> None:
    assert sounds("Tokayevs Plan", name("Tokayev", "a", language="de"), locale="de") == {}


@pytest.mark.parametrize("text", ["3.5", "5.3", "2,300 of 13", "3rd"])
def test_a_figure_is_not_part_of_another(text: str) -> None:
    assert verbalise(text, lexicon=own(name("3", alias="trey"))) == verbalise(text, lexicon=NOTHING)
    assert verbalise("3, 3.", lexicon=own(name("3", alias="trey")))[0] == "trey, trey."


def test_the_longest_entry_holds_and_then_the_first() -> None:
    lexemes = (name("Xi", "ʃiː"), name("Xi Jinping", "long"), name("Xi", "second"))
    assert sounds("Xi met Xi\u00a0Jinping", *lexemes) == {"Xi": "ʃiː", "Xi Jinping": "long"}


def test_one_apostrophe_and_one_hyphen_are_as_good_as_another() -> None:
    entries = (name("coup d'état", "kuː"), name("Al-Aqsa", "ælˈæksə"))
    assert sounds("coup d’état at Al‑Aqsa", *entries) == {"coup d'état": "kuː", "Al‑Aqsa": "ælˈæksə"}


def test_an_alias_is_final_and_takes_the_ending() -> None:
    spoken, (found,) = verbalise("W3C’s", lexicon=own(name("W3C", alias="Dr 3 No.")))
    assert spoken == "Dr 3 No.'s"
    assert (found.rule, found.phonemes) == ("lexicon", None)


def test_an_entry_wins_over_every_rule_at_its_place() -> None:
    lexicon = own(
        name("2nd Lt", alias="second loo-tenant"), name("Mr", alias="Monsieur"), name("£5", alias="a fiver")
    )
    assert (
        verbalise("Mr X paid the 2nd Lt £5.", lexicon=lexicon)[0]
        == "Monsieur X paid the second loo-tenant a fiver."
    )


@pytest.mark.parametrize(
    ("own_language", "text_language", "holds"),
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
def test_entries_hold_for_texts_of_their_language(own_language: str, text_language: str, holds: bool) -> None:
    lexicon = own(name("Xi", alias="Shee", language=own_language))
    assert (verbalise("Xi", text_language, lexicon=lexicon)[0] == "Shee") is holds


def test_own_entries_come_before_the_built_in_ones() -> None:
    spoken, replacements = verbalise("Renault", lexicon=Lexicon([name("Renault", "rəˈnəʊ")]))
    assert (spoken, replacements[0].phonemes) == ("Renault", "rəˈnəʊ")


# Laws ────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = st.lists(
    st.sampled_from(
        "the said — “ ” ’ , . ( ) … £5m 3% 14:30 Dr 1990s NATO and/or 2nd No10 * 5kg - & vs J.K. 7 : ; ! ?".split()
    ),
    max_size=8,
).map(" ".join)


@given(st.text(max_size=120))
def test_without_an_entry_nothing_changes(text: str) -> None:
    absent = own(name("Tokayevski", "a"), name("Zzyzx", alias="b"))
    assert verbalise(text, lexicon=absent) == verbalise(text, lexicon=NOTHING)


@given(PIECES, PIECES)
def test_phonemes_leave_the_spoken_form_alone_and_stand_at_their_name(before: str, after: str) -> None:
    text = f"{before} Tokayev {after}"
    spoken, replacements = verbalise(text, lexicon=own(TOKAYEV))
    plain, others = verbalise(text, lexicon=NOTHING)
    assert spoken == plain
    assert [r for r in replacements if r.rule != "lexicon"] == list(others)
    placed = place_pronunciations(text, replacements, spoken, "en-GB")
    (found,) = (each for each in placed if each.ipa == TOKAYEV.phonemes)
    assert spoken[found.start : found.end] == "Tokayev"


@given(PIECES, PIECES)
def test_an_alias_changes_its_own_words_only(before: str, after: str) -> None:
    text = f"{before} Tokayev {after}"
    spoken = verbalise(text, lexicon=own(name("Tokayev", alias="Toh Kai Eff")))[0]
    assert spoken == verbalise(text, lexicon=NOTHING)[0].replace("Tokayev", "Toh Kai Eff")


# The built-in lexicon ────────────────────────────────────────────────────────────────────────────────

ENTRIES = sorted({x for held in BUILT_IN.index_for("en-GB").values() for x in held}, key=lambda x: x.grapheme)


def test_the_built_in_entries_are_sound_and_none_is_there_twice() -> None:
    assert len(ENTRIES) > 1000
    assert [g for g, n in Counter(x.grapheme for x in ENTRIES).items() if n > 1] == []
    for lexeme in ENTRIES:
        assert lexeme.phonemes
        assert find_ipa_error(lexeme.phonemes) == ("", "")
        assert lexeme.grapheme == unicodedata.normalize("NFC", lexeme.grapheme)


def test_a_word_that_may_begin_a_sentence_has_its_capital_too() -> None:
    graphemes = {x.grapheme for x in ENTRIES}
    names = ("al-", "bin ", "de ", "van ", "von ", "uM")
    small = {g for g in graphemes if g[0].islower() and (not g.startswith(names) or g == "de facto")}
    assert {g for g in small if g[0].upper() + g[1:] not in graphemes} == set()


def test_built_in_phonemes_change_no_spoken_form() -> None:
    for lexeme in ENTRIES:
        spoken, replacements = verbalise(f"They saw {lexeme.grapheme}’s there.", lexicon=BUILT_IN)
        assert spoken == f"They saw {lexeme.grapheme}'s there."
        assert "lexicon" in {r.rule for r in replacements}


def test_what_only_britain_says_so_is_left_to_americans() -> None:
    assert "Renault" in BUILT_IN.index_for("en-GB").keys() & BUILT_IN.index_for("en").keys()
    assert "Renault" not in BUILT_IN.index_for("en-US")
    assert "Tokayev" in BUILT_IN.index_for("en-US")
    assert BUILT_IN.index_for("de") == {}


def test_every_built_in_name_of_the_seed_is_said_as_its_entry_says() -> None:
    text = "Kassym-Zhomart Tokayev of Kazakhstan met Sadyr Japarov of Kyrgyzstan in Almaty."
    found = {text[r.start : r.end] for r in verbalise(text, lexicon=BUILT_IN)[1]}
    assert found == {"Tokayev", "Kazakhstan", "Sadyr", "Japarov", "Kyrgyzstan", "Almaty"}
