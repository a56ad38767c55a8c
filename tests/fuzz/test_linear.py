"""Dangerous parts that are repeated take time and memory in proportion to their length, in every format."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path

import pytest

from audio_edition.build.scripts import ScriptReader
from audio_edition.errors import ArticleError, UnreadableArticleError
from audio_edition.readers import read
from audio_edition.segmenter import segment
from audio_edition.verbaliser import verbalise
from audio_edition.verbaliser.utterances import utterances
from tests.fuzz import FACTOR

pytestmark = pytest.mark.slow

LONGER = min(10, FACTOR)

SHORT = 1_500 * LONGER
"""Characters of the shorter text; the other is four times as long."""

GROWTH = 9.0
"""How many times as long the longer text may take: linear growth gives 4, quadratic growth 16."""

UNMEASURABLE = 0.15
"""Seconds of processor time that are too short for a judgement."""

PARAGRAPH = (
    "The wall has been the talk of the town since the storm of last January, and nobody expects that to change "
    "before the council meets again in the spring."
)
OPENING = f"The wall is low\n\n{PARAGRAPH}\n\n"
TEXTS = (
    *("a", "A ", "a-", "abc-\n", "US", "LET US ", "IV", "IVI ", "CO2", "M. ", "A. ", "St. ", "No 1, ", "Jan 1 "),
    *("1", "1,", "1,000,", "1.000.", "1 000 ", "$", "$1", "+1", "1-2 ", "1/2 ", "5:3 ", "-", " - ", "(", "“", "„"),
    *(
        "e\u0301",
        "😀",
        "\u202eא",
        "中",
        "中文。",
        "A. B. C. ",
        "ไทย ",
        "\0",
        "\t",
        "\n",
        "a\n",
        "a\n\n",
        "1\n\n",
        "> x\n",
        "References\n",
    ),
    *("by A B\n\n", "Photo: A B/AP\n\n", "http://a.b/ "),
)
MARKDOWN = (
    *("[", "![", "[[", "](", "[a](", "[a](b) ", "[^1]", "[^1]: a\n\n", "`", "` ``", ">", "> ", "- ", "- a\n", "#"),
    *("_a ", "*a **a ", "~", "a~b\n", "^", "{", "{%", "<", "&", "<!--", "a\n: b\n\n", ":::\n", "a|b\n"),
)
MARKUP = (
    *("<", "<a ", '<a href="', "<a href=x>a</a>", "<!--", "<![CDATA[", "<?", "&", "&amp;", "&#", "<p>", "<p>a</p>"),
    *("<b><i>", "<span>a", "<em>a</em>", "a<br>", "<sup>1</sup>", "<img>", "<script>", "<style>", "<div>a</div>"),
    *("<h2>a</h2>", "<li>a", "<ul><li>", "<td>a", "<table><tr><td>a"),
)


MEASURED = """
import re, sys
from pathlib import Path
from tests.fuzz.test_linear import process_file

process_file(Path(sys.argv[1]))
print(re.search("VmHWM:\\s*(.*) kB", Path("/proc/self/status").read_text())[1])
"""
"""Prints the peak memory in kB. `getrusage` would include the memory of the process before `exec`."""


def _repeat(unit: str, length: int) -> str:
    return unit * (length // len(unit) + 1)


def _write_article(folder: Path, suffix: str, text: str) -> Path:
    """Write a file of a format with an article that ends in `text`."""
    page = f"<h1>The wall</h1><article><p>{PARAGRAPH}</p><p>{text}"
    entries = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": page}]}
    item = f"<item><title>a</title><description>{escape(page).replace(chr(0), '')}</description></item>"
    content = {
        ".html": page,
        ".json": json.dumps(entries),
        ".rss": f'<rss version="2.0"><channel><title>t</title>{item}</channel></rss>',
    }.get(suffix, OPENING + text)
    file = folder / f"{len(text)}{suffix}"
    file.write_text(content, encoding="utf-8", newline="")
    return file


def process_file(file: Path) -> None:
    """Do everything with a file that a build does before speaking."""
    with suppress(ArticleError):
        for article in read(file):
            for _ in utterances(segment(article), "en-GB"):
                pass


def _require_linear(work: Callable[[int], object], what: str) -> None:
    """Fail unless time grows linearly from a short text to a long one; suspicious results are measured again."""
    for _ in range(3):
        short, long = (_seconds(work, length) for length in (SHORT, 4 * SHORT))
        if long < UNMEASURABLE or long < GROWTH * short:
            return
    pytest.fail(f"{what!r}: {short:.2f} s for {SHORT} characters, {long:.2f} s for four times as many")


def _seconds(work: Callable[[int], object], length: int) -> float:
    start = time.process_time()
    work(length)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("suffix", "units"),
    [(".txt", TEXTS), (".md", MARKDOWN), (".html", MARKUP), (".rss", MARKUP), (".json", MARKUP)],
)
def test_an_article_takes_time_in_proportion_to_its_length(
    suffix: str, units: Sequence[str], tmp_path: Path
) -> None:
    for unit in units:
        files = {length: _write_article(tmp_path, suffix, _repeat(unit, length)) for length in (SHORT, 4 * SHORT)}
        _require_linear(lambda length, files=files: process_file(files[length]), unit)  # type: ignore[misc]


@pytest.mark.parametrize("language", ["en-GB", "de", "fr", "es", "it", "pt", "nl"][: 1 + 2 * LONGER])
def test_a_line_takes_time_in_proportion_to_its_length(language: str) -> None:
    for unit in set(TEXTS) - {"CO2"}:  # a single word, which the longer text makes too long to stay whole
        _require_linear(lambda length, unit=unit: verbalise(_repeat(unit, length), language), unit)  # type: ignore[misc]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc")
@pytest.mark.parametrize(
    ("suffix", "unit", "length"),
    [
        (".txt", f"{PARAGRAPH}\n\n", 9_800_000),
        (".md", f"{PARAGRAPH} ", 9_800_000),
        (".txt", "$1", 1_000_000),
        (".txt", "1", 5_000_000),
        (".md", "- a\n", 200_000),
        (".md", "[a](b) ", 500_000),
        (".html", "<li>a", 490_000),
        (".json", "<p>", 1_490_000),
    ],
)
def test_an_article_takes_memory_in_proportion_to_its_file(
    suffix: str, unit: str, length: int, tmp_path: Path
) -> None:
    """At most ten times the file and 200 MB, up to the longest file that is read; a tenth of that length in CI."""
    file = _write_article(tmp_path, suffix, _repeat(unit, length * LONGER // 10))
    done = subprocess.run([sys.executable, "-c", MEASURED, str(file)], check=True, capture_output=True, text=True)
    assert int(done.stdout) << 10 < 10 * file.stat().st_size + (200 << 20)


@pytest.mark.parametrize(
    ("suffix", "text", "much"),
    [
        (".txt", "a\n" * 1_000_001, "lines"),
        (".txt", "a\n\n" * 100_001, "paragraphs"),
        (".txt", f"{PARAGRAPH}\n\n" * (10_000_000 // len(PARAGRAPH) + 1), "characters of text"),
        (".md", "- a\n" * 60_000, "marks of Markdown"),
        (".md", "[a](b) " * 80_000, "marks of Markdown"),
        (".html", "<p>a" * 500_000, "tags"),
        (".json", "<p>a" * 500_000, "tags"),
    ],
)
def test_a_file_with_more_of_something_than_any_article_is_refused_in_one_line(
    suffix: str, text: str, much: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableArticleError, match=rf"^[^\n]*: more than [\d,]+ {much}, which no article has$"):
        read(_write_article(tmp_path, suffix, text))


def test_refused_files_are_not_kept_in_memory(tmp_path: Path) -> None:
    for number in range(1_000_001, 1_000_004):
        _write_article(tmp_path, ".txt", "\n" * number)
    tracemalloc.start()
    try:
        reader = ScriptReader([tmp_path])
        assert list(reader) == []
        assert tracemalloc.get_traced_memory()[0] < 1_000_000
    finally:
        tracemalloc.stop()
    assert len(reader.failures) == 3


def test_a_file_larger_than_1_gb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.epub"
    with file.open("wb") as opened:
        opened.truncate(11 << 30)  # a sparse file: it takes no space on the disk
    with pytest.raises(UnreadableArticleError, match="larger than 1 GB"):
        read(file)
