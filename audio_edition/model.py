"""The nouns of the trade, in the order in which an article becomes an edition.

    Article ─segment─▶ Script ─verbalise─▶ Utterance ─speak─▶ Clip ─stitch, encode─▶ Take
    ─join─▶ Track (chapters, cues) ─tag─▶ Episode ─▶ Edition

All frozen; standard library only. Times are integer milliseconds derived from sample counts; texts are as
written unless a name says `spoken`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

SAMPLE_RATE = 24_000
"""Samples a second of every take and episode."""

FRAME_SAMPLES = 576
"""Samples in one MPEG-2 Layer III frame (ISO/IEC 13818-3), so 24 ms at SAMPLE_RATE."""


def samples_to_ms(samples: int) -> int:
    """Samples at SAMPLE_RATE → milliseconds, rounded to the nearest."""
    return (samples * 1000 + SAMPLE_RATE // 2) // SAMPLE_RATE


# Text ────────────────────────────────────────────────────────────────────────────────────────────────


class BlockKind(StrEnum):
    """What a reader saw a block to be, by the markup of its format."""

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


UNSPOKEN_KINDS = frozenset(
    {BlockKind.CAPTION, BlockKind.TABLE, BlockKind.CODE, BlockKind.FORMULA, BlockKind.EMBED, BlockKind.FOOTNOTE}
)
"""The kinds that are dropped by name, unless a reader asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page: its text on one line, and what the markup says about it.

    `container` names the nearest landmark around it in HTML ("article", "nav", "aside", "footer", "form",
    "header", "figure"; "" where there is none), `link_density` is the share of its characters inside links,
    `level` is a heading's depth (1–6, else 0). `hints` are what the names of the elements around it suggest
    ("caption", "related", "story"), `parent` numbers the element it stands in: brothers have the same number.
    `language` is the BCP 47 tag its markup gives all of it; None where it is the article's, as far as that says.
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
    """A file as read: what it declares about itself, and every block of its text in order.

    A declared field is None where the file does not say; the segmenter may still find it among the blocks.
    `publication` is the paper, book or feed it comes from, `issued` the day of that; `part` marks one of several
    articles in a file, which may turn out to be no story; `keep` and `drop` are the patterns of its own file.
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
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Role(StrEnum):
    """What a spoken paragraph is in the story; it decides pauses and voices."""

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
"""The roles read before the story; the rest is narrative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block that is spoken: `block` is its index in Article.blocks, `language` is None if it is the script's."""

    block: int
    text: str
    role: Role
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedBlock:
    """A block that is not spoken, with the rule that says so in words a reader understands."""

    block: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """An article to be read out. Every block of the article is in exactly one of `paragraphs` and `dropped`.

    `paragraphs` includes the blocks that became kicker, headline and standfirst; `narrative` leaves them out.
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
        """The paragraphs of the story itself, crossheads included."""
        return tuple(p for p in self.paragraphs if p.role not in OPENING_ROLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """`written[start:end]` is said as `spoken`, because of `rule`; `phonemes` are IPA from the lexicon."""

    start: int
    end: int
    spoken: str
    rule: str
    phonemes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """`spoken[start:end]` of an utterance sounds as `ipa`, for engines that can be told."""

    start: int
    end: int
    ipa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One sentence for the voice: as written, as spoken, and where it stands in its script.

    `paragraph` counts the paragraphs of the reading, opening included; a change of it makes the longer pause.
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
    """How a voice reads a word, in IPA; `known` if it has the word itself and not only rules of spelling."""

    word: str
    ipa: str
    known: bool


# Voices to fetch ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """A file of a voice: its path below the engine's source, and its path in the folder of the engine's voices.

    `digest` is "sha256:…" or "md5:…"; where it is "", nothing proves the file and `size` is only the most it may
    have, in bytes.
    """

    source: str
    target: str
    size: int
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A voice that an engine could have: what has to be fetched for it, nothing if the engine brings it itself."""

    voice: str
    files: tuple[RemoteFile, ...]


# Sound ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice an engine offers: `id` is what the engine takes, `language` a BCP 47 tag.

    `licence` is the voice's own, as far as it is known; its engine has another.
    """

    id: str
    name: str
    language: str
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrator:
    """A voice of an engine at so many words a minute, made `gain` decibels louder to be as loud as all others.

    `fingerprint` is the engine's; the voice takes at most `longest` characters in one go.
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
    """What a narrator says in one go."""

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
        """How long it lasts."""
        return len(self.pcm) / 2 / self.sample_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Utterances that are spoken, stitched and encoded in one go; a chapter begins with it if it has a title.

    The unit of work: small enough to hold in memory, independent of all others. `section` is its article's.
    """

    utterances: tuple[Utterance, ...]
    chapter: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A clip that did not sound as it should: `mended` if it did when its text was spoken again.

    `passing` if it was the engine's fault and is none of the clip that is kept.
    """

    text: str
    fault: str
    mended: bool
    passing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CueBreak:
    """What follows `place` in a text is heard from `sample` on."""

    place: int
    sample: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeCue:
    """An utterance inside a take: samples from the take's start, and where a long one may be divided."""

    start: int
    end: int
    text: str
    breaks: tuple[CueBreak, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A passage as recorded: a file of MP3 frames that can be joined to any other, and its cues.

    A chapter begins with it if `chapter` gives a title; `section` is that chapter's. Before it the track is
    silent for `rest_ms`.
    """

    frames: Path
    frame_count: int
    cues: tuple[TakeCue, ...]
    chapter: str | None = None
    section: str | None = None
    rest_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is said between two times of a track; at the `breaks` (place in the text, time) it may be divided.

    `paragraph` counts the paragraphs of the track, and `role` is what that paragraph is.
    """

    start_ms: int
    end_ms: int
    text: str
    breaks: tuple[tuple[int, int], ...] = ()
    role: Role = Role.BODY
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A stretch of a track a listener can jump to; `section` groups the chapters of a whole issue."""

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
        """How long it lasts."""
        return samples_to_ms(self.samples)


# Publication ─────────────────────────────────────────────────────────────────────────────────────────


class EpisodeKind(StrEnum):
    """What an episode holds: one article, one section, or the whole issue."""

    ARTICLE = "article"
    SECTION = "section"
    EDITION = "edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One MP3 of the edition, as a podcast client sees it.

    `slug` names its files (episodes/<slug>.vtt and so on), `guid` stays the same when the audio changes. Its MP3
    has `size` bytes and is named by `digest` too: other sound has another address. `number` is its place in the
    edition from 1.
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
        """Path of its page, transcript and chapters inside the output folder, but for the suffix."""
        return f"episodes/{self.slug}"

    @property
    def media(self) -> str:
        """Path of its MP3 inside the output folder, with forward slashes."""
        return f"{self.stem}.{self.digest}.mp3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What appears issue by issue, as its feed and pages describe it.

    `guid` is assigned once and never changes; what is `private` asks to be in no directory.
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

    `title` is the publication's on that day, `day` the date as its language writes it, `number` the issue's (or
    20261121, if it has none but its date). `articles` are the ids of what it holds; `narrators` describe who reads
    it, with engine and licence.
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
        """Path of its own page, cover and report inside the output folder, but for the suffix."""
        return f"issues/{self.issue_date.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedArticle:
    """An article that was published: the issue it was last in, the slug it has for good, a digest of its words."""

    id: str
    slug: str
    issue: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All issues in an output folder, newest first, and every article that ever was in one of them.

    `guid` is the publication's.
    """

    guid: str = ""
    editions: tuple[Edition, ...] = ()
    filed: tuple[ArchivedArticle, ...] = ()
