"""The data model, in the order in which an article becomes an edition.

    Article ─segment─▶ Script ─verbalise─▶ Utterance ─speak─▶ Clip ─stitch, encode─▶ Take
    ─join─▶ Track (chapters, cues) ─tag─▶ Episode ─▶ Edition

All classes are frozen dataclasses. Times are integer milliseconds derived from sample counts; texts are as written
unless a name says `spoken`. The module imports only the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

SAMPLE_RATE = 24_000
"""Sample rate of every take and episode, in hertz."""

FRAME_SAMPLES = 576
"""Samples in one MPEG-2 Layer III frame (ISO/IEC 13818-3), so 24 ms at SAMPLE_RATE."""


def samples_to_ms(samples: int) -> int:
    """Convert a number of samples at SAMPLE_RATE to milliseconds, rounded to the nearest."""
    return (samples * 1000 + SAMPLE_RATE // 2) // SAMPLE_RATE


# Text ────────────────────────────────────────────────────────────────────────────────────────────────


class BlockKind(StrEnum):
    """The kind of a block, as a reader finds it in the markup of the format."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    VERSE = "verse"
    LETTER = "letter"
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"
    FORMULA = "formula"
    EMBED = "embed"
    FOOTNOTE = "footnote"
    RUNNING_HEAD = "running head"
    CONTENTS = "contents"
    IMPRINT = "imprint"


UNSPOKEN_KINDS = frozenset(
    {
        BlockKind.CAPTION,
        BlockKind.TABLE,
        BlockKind.CODE,
        BlockKind.FORMULA,
        BlockKind.EMBED,
        BlockKind.FOOTNOTE,
        BlockKind.RUNNING_HEAD,
        BlockKind.CONTENTS,
        BlockKind.IMPRINT,
    }
)
"""The kinds that are dropped unless the settings keep them.

A running head repeats on the pages of a printed edition, with the page number. An imprint is what a publisher says
of the edition, such as its licence.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page: its text on one line, and the properties that the markup gives it.

    `container` is the nearest HTML landmark around the block ("article", "nav", "aside", "footer", "form",
    "header", "figure"; "" if there is none), or "other article". `link_density` is the share of its characters
    inside links, `level` the depth of a heading (1–6, else 0). `hints` are derived from the names of the elements
    around it ("caption", "related", "story"), and "line" marks the lines of one paragraph. `parent` is the number
    of its parent element, which siblings share. `language` is the BCP 47 tag of the whole block; None if the markup
    gives none, and the article's language applies.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    container: str = ""
    link_density: float = 0.0
    hints: frozenset[str] = frozenset()
    parent: int = 0
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A file as read: its metadata and all blocks of its text in order.

    A field is None if the file does not declare it; the segmenter may still find it among the blocks. `publication`
    is the paper, book or feed that the article comes from, `issued` the date of that. `part` is True for one of
    several articles of a file, which may have no story; `is_book` is True if the file is a book, not an issue of a
    paper: it has nothing but chapters. `keep` and `drop` are patterns from the file itself.
    """

    id: str
    source: str
    blocks: tuple[Block, ...]
    section: str | None = None
    kicker: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    publication: str | None = None
    issued: date | None = None
    part: bool = False
    is_book: bool = False
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Role(StrEnum):
    """The role of a spoken paragraph in the article, which decides on pauses and voices."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CROSSHEAD = "crosshead"
    BODY = "body"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    VERSE = "verse"
    LETTER = "letter"


OPENING_ROLES = frozenset({Role.SECTION, Role.KICKER, Role.HEADLINE, Role.STANDFIRST})
"""The roles that are read before the story; all others belong to the narrative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block that is spoken: `block` is its index in Article.blocks, `language` None if it is the script's."""

    block: int
    text: str
    role: Role
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedBlock:
    """A block that is not spoken, and the rule that dropped it, in words for the user."""

    block: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """An article to be read aloud. Every block of the article is in exactly one of `paragraphs` and `dropped`.

    `paragraphs` includes kicker, headline and standfirst; `narrative` does not.
    """

    id: str
    source: str
    headline: str
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[DroppedBlock, ...]
    section: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def narrative(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the story itself, including crossheads."""
        return tuple(p for p in self.paragraphs if p.role not in OPENING_ROLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """`written[start:end]` is spoken as `spoken`, by the rule `rule`; `phonemes` are IPA from the lexicon."""

    start: int
    end: int
    spoken: str
    rule: str
    phonemes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """The pronunciation of `spoken[start:end]` of an utterance in IPA, for engines that accept phonemes."""

    start: int
    end: int
    ipa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One sentence for the voice, as written and as spoken.

    `paragraph` is the number of its paragraph in the article, opening included; pauses between them are longer.
    """

    written: str
    spoken: str
    role: Role
    paragraph: int
    language: str
    replacements: tuple[Replacement, ...] = ()
    pronunciations: tuple[Pronunciation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcription:
    """A voice's reading of a word in IPA; `known` is True if the voice's dictionary has the word."""

    word: str
    ipa: str
    known: bool


# Voices to fetch ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """A file of a voice: its path below the engine's source, and its path in the folder of the engine's voices.

    `digest` is "sha256:…" or "md5:…" and `size` the exact size in bytes. If `digest` is "", the file cannot be
    verified and `size` is an upper limit.
    """

    source: str
    target: str
    size: int
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A voice that can be fetched for an engine; `files` is empty if the engine's package contains it."""

    voice: str
    files: tuple[RemoteFile, ...]


# Sound ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice of an engine: `id` is the engine's name for it, `language` a BCP 47 tag.

    `licence` is that of the voice, which may differ from the engine's; "" if it is not known.
    """

    id: str
    name: str
    language: str
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrator:
    """A voice of an engine at `rate` words a minute, levelled by `gain` decibels to the loudness of all voices.

    `fingerprint` is that of the engine, `longest` the greatest length of a text in characters.
    """

    engine: str
    voice: str
    rate: int
    gain: float = 0.0
    fingerprint: str = ""
    longest: int = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A narrator with its voice and the licence of its engine."""

    narrator: Narrator
    voice: Voice
    licence: str

    @property
    def credit(self) -> str:
        """The credit shown to listeners, such as "heart (hibari-tts 0.2.1, Apache-2.0)"."""
        licence = f"{self.licence}, voice {self.voice.licence}" if self.voice.licence else self.licence
        return f"{self.voice.name} ({self.narrator.fingerprint.split(',')[0]}, {licence})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An utterance and its narrator."""

    utterance: Utterance
    narrator: Narrator


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTiming:
    """The engine began to say `text[start:end]` at sample `sample` of its clip."""

    start: int
    end: int
    sample: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Sound from an engine: mono signed 16-bit little-endian PCM at its own sample rate."""

    pcm: bytes
    sample_rate: int
    words: tuple[WordTiming, ...] = ()

    @property
    def seconds(self) -> float:
        """Duration in seconds."""
        return len(self.pcm) / 2 / self.sample_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Utterances that are spoken, stitched and encoded together: the unit of work of a recording.

    A passage fits into memory and is independent of all others. A chapter begins with it if `chapter` gives a
    title; `section` is that of its article.
    """

    utterances: tuple[Utterance, ...]
    chapter: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A clip that sounded wrong: `mended` is True if its text was spoken again and then sounded right.

    `passing` is True if the engine failed only temporarily and the clip in the edition has no fault.
    """

    text: str
    fault: str
    mended: bool
    passing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CueBreak:
    """A point where a long cue may be divided: the text after index `place` begins at sample `sample`."""

    place: int
    sample: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeCue:
    """An utterance of a take; `start` and `end` are samples from the start of the take."""

    start: int
    end: int
    text: str
    breaks: tuple[CueBreak, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A recorded passage: a file of MP3 frames that can be joined to any other, and its cues.

    A chapter begins with it if `chapter` gives a title; `section` is that chapter's. `rest_ms` is the silence
    before it in the track.
    """

    frames: Path
    frame_count: int
    cues: tuple[TakeCue, ...]
    chapter: str | None = None
    section: str | None = None
    rest_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The text that is spoken between two times of a track.

    It may be divided at `breaks`, pairs of an index in the text and a time in milliseconds. `paragraph` is the
    number of its paragraph in the track, `role` the role of that paragraph.
    """

    start_ms: int
    end_ms: int
    text: str
    breaks: tuple[tuple[int, int], ...] = ()
    role: Role = Role.BODY
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of a track; `section` groups the chapters of a whole issue."""

    title: str
    start_ms: int
    end_ms: int
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A timeline: chapters tile it from 0 to `duration_ms`, cues are ordered and lie inside their chapter."""

    samples: int
    chapters: tuple[Chapter, ...]
    cues: tuple[Cue, ...]

    @property
    def duration_ms(self) -> int:
        """Duration in milliseconds."""
        return samples_to_ms(self.samples)


# Publication ─────────────────────────────────────────────────────────────────────────────────────────


class EpisodeKind(StrEnum):
    """The content of an episode: one article, one section, or the whole issue."""

    ARTICLE = "article"
    SECTION = "section"
    EDITION = "edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One MP3 of the edition, as a podcast client sees it.

    `slug` names its files (episodes/<slug>.vtt and so on); `guid` stays the same when the audio changes. Its MP3
    has `size` bytes, and `digest` is part of its name, so that other sound has another address. `number` is its
    place in the edition, counted from 1.
    """

    kind: EpisodeKind
    slug: str
    guid: str
    number: int
    title: str
    summary: str
    published: datetime
    language: str
    track: Track
    size: int
    digest: str
    section: str | None = None
    byline: str | None = None
    url: str | None = None

    @property
    def stem(self) -> str:
        """Path of its page, transcript and chapters in the output folder, without the suffix."""
        return f"episodes/{self.slug}"

    @property
    def media(self) -> str:
        """Path of its MP3 in the output folder, with forward slashes."""
        return f"{self.stem}.{self.digest}.mp3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The publication whose issues appear in one feed, as feed and pages describe it.

    `guid` is assigned once and never changes. A `private` publication asks directories not to list it.
    """

    title: str
    language: str
    description: str
    author: str
    guid: str
    category: str
    link: str
    private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One issue and its episodes in listening order.

    `title` is the publication's title on that day, `day` the date as its language writes it, `number` the number of
    the issue, or its date as 20261121 if it has none. `articles` are the ids of its articles, `narrators` the
    credits of its speakers.
    """

    title: str
    issue_date: date
    day: str
    number: int
    articles: tuple[str, ...] = ()
    narrators: tuple[str, ...] = ()
    episodes: tuple[Episode, ...] = ()

    @property
    def stem(self) -> str:
        """Path of its own page, cover and report in the output folder, without the suffix."""
        return f"issues/{self.issue_date.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedArticle:
    """A published article: the last issue it was in, its permanent slug, and a digest of its text."""

    id: str
    slug: str
    issue: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All issues in an output folder, newest first, and every article that was ever in one of them.

    `guid` is that of the publication, "" before the first issue.
    """

    guid: str = ""
    editions: tuple[Edition, ...] = ()
    filed: tuple[ArchivedArticle, ...] = ()
