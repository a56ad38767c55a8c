"""The tool as its users run it: a process, its output, its exit code."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built, story
from tests.site import Site


def tool(*arguments: str | Path, cwd: Path | None = None, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "audio_edition", *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        input=text,
        cwd=cwd,
        timeout=120,
    )


@pytest.mark.slow
def test_the_seed_builds_and_passes_its_check(seed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = tool("build", seed, "-o", out, "--engine", "pyttsx3")
    assert (done.returncode, done.stdout) == (0, "")
    assert "9 paragraphs spoken" in done.stderr
    checked = tool("check", out)
    assert checked.returncode == 0
    assert re.search(r"\b(9|10):\d\d of sound", checked.stdout)  # two episodes of five minutes


def test_build_reports_in_json(issue: Path, tmp_path: Path) -> None:
    done = tool("build", issue, "-o", tmp_path / "out", "--engine", "tone", "--json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert [article["id"] for article in report["articles"]] == ["wall", "gulls", "mud"]
    assert report["speakers"][0]["engine"] == "tone"


def test_quiet_says_nothing(issue: Path, tmp_path: Path) -> None:
    done = tool("build", issue, "-o", tmp_path / "out", "--engine", "tone", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_configuration_beside_the_articles_is_used_and_options_win(issue: Path, tmp_path: Path) -> None:
    (issue / "edition.toml").write_text('title = "The Tide"\nengine = "tone"\nepisodes = ["edition"]\n')
    assert tool("build", issue, "-o", tmp_path / "out", "--date", "2026-11-21").returncode == 0
    assert "The Tide" in (tmp_path / "out" / "feed.xml").read_text("utf-8")
    assert [f.name.split(".")[0] for f in (tmp_path / "out").glob("episodes/*.mp3")] == ["edition-2026-11-21"]
    done = tool("build", issue, "-o", tmp_path / "out", "--episodes", "article", "--title", "The Ebb", "--json")
    assert json.loads(done.stdout)["title"] == "The Ebb"


def failing(tmp_path: Path, name: str) -> list[str | Path]:
    """Arguments that must fail, and what they need on disk."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a-file").write_text("")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "good.txt").write_text(story("The wall is too low", "wall"))
    (tmp_path / "bad.toml").write_text("titel = 'x'")
    good = tmp_path / "good.txt"
    out: list[str | Path] = ["-o", tmp_path / "out"]
    cases: dict[str, list[str | Path]] = {
        "empty folder": ["build", tmp_path / "empty", *out],
        "missing": ["build", tmp_path / "nowhere", *out],
        "empty file": ["build", tmp_path / "empty.txt", *out],
        "not text": ["build", tmp_path / "picture.txt", *out],
        "voice": ["build", good, "--voice", "nonesuch", *out],
        "engine": ["build", good, "--engine", "gramophone", *out],
        "output": ["build", good, "--engine", "tone", "-o", tmp_path / "a-file"],
        "config": ["build", good, "--config", tmp_path / "bad.toml", *out],
        "date": ["build", good, "--date", "tomorrow", *out],
        "option": ["build", good, "--sideways"],
        "no edition": ["check", tmp_path / "empty"],
        "nothing to serve": ["serve", tmp_path / "empty"],
    }
    return cases[name]


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("empty folder", 3, "no articles here"),
        ("missing", 3, "no such file or folder"),
        ("empty file", 3, "no text in it"),
        ("not text", 3, "is not text"),
        ("voice", 4, "nonesuch"),
        ("engine", 4, "gramophone"),
        ("output", 6, "a-file"),
        ("config", 2, "did you mean 'title'?"),
        ("date", 2, "2026-11-21"),
        ("option", 2, "--sideways"),
        ("no edition", 6, "no edition here"),
        ("nothing to serve", 6, "no edition here"),
    ],
)
def test_bad_input_is_one_clear_line_and_its_code(tmp_path: Path, name: str, code: int, words: str) -> None:
    done = tool(*failing(tmp_path, name))
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 4
    assert done.stdout == ""
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(issue: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert tool("build", issue, "-o", locked / "out", "--engine", "tone").returncode == 6


def test_an_incomplete_edition_is_published_and_ends_with_7(issue: Path, tmp_path: Path) -> None:
    (issue / "empty.txt").write_text("")
    done = tool("build", issue, "-o", tmp_path / "out", "--engine", "tone")
    assert done.returncode == 7
    assert "empty.txt: there is no text in it" in done.stderr
    assert tool("check", tmp_path / "out").returncode == 0


def test_segment_prints_one_object_a_file(issue: Path) -> None:
    done = tool("segment", issue, "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [entry["id"] for entry in found] == ["wall", "gulls", "mud"]
    assert set(found[0]) >= {
        "id",
        "section",
        "headline",
        "standfirst",
        "byline",
        "published",
        "language",
        "paragraphs",
        "dropped",
    }
    assert len(found[0]["paragraphs"]) == 2


def test_segment_goes_on_after_a_bad_file_and_says_so(issue: Path) -> None:
    (issue / "empty.txt").write_text("")
    done = tool("segment", issue, "--json")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 3
    assert "empty.txt" in done.stderr


def test_segment_for_people_shows_what_is_dropped_and_why(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(story("The wall is too low", "wall") + "\nShare this article\n")
    done = tool("segment", file)
    assert "- [share links] Share this article" in done.stdout
    assert "+ [headline] The wall is too low" in done.stdout


def test_script_shows_the_spoken_form_and_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        story("The wall is too low", "wall") + "\nRaising it will cost £86m, or more than all of that.\n"
    )
    assert "eighty-six million pounds" in tool("script", file).stdout
    entries = [json.loads(line) for line in tool("script", file, "--json").stdout.splitlines()]
    (change,) = entries[-1]["replacements"]
    assert (change["written"], change["spoken"]) == ("£86m", "eighty-six million pounds")
    assert change["rule"]


def test_say_as_reads_line_by_line() -> None:
    done = tool("say-as", text="£35\n\n5% of it\n")
    assert done.stdout.splitlines() == ["thirty-five pounds", "", "five per cent of it"]
    assert tool("say-as", "--locale", "en-US", text="120\n").stdout == "one hundred twenty\n"


def test_say_as_answers_every_line_at_once_with_one() -> None:
    command = [sys.executable, "-m", "audio_edition", "say-as"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"LC_ALL": "C"}
    ) as run:
        assert run.stdin
        assert run.stdout
        for written, spoken in (
            (b"5\r6 caf\xc3\xa9s\r\n", "five six cafés\n"),
            (b"\n", "\n"),
            (b"\xff 7\n", "seven\n"),
        ):
            run.stdin.write(written)
            run.stdin.flush()
            assert run.stdout.readline().decode() == spoken
        run.stdin.close()
        assert run.wait() == 0


def test_voices_lists_engines_and_languages() -> None:
    entries = [json.loads(line) for line in tool("voices", "--json").stdout.splitlines()]
    assert {"engine": "tone", "language": "und", "id": "low", "name": "low", "licence": ""} in entries
    assert any(e["engine"] == "pyttsx3" and e["language"].startswith("en") for e in entries)
    assert tool("voices", "--engine", "gramophone").returncode == 4


def test_init_writes_a_configuration_that_builds_and_never_overwrites(issue: Path, tmp_path: Path) -> None:
    assert tool("init", issue).returncode == 0
    assert tool("build", issue, "-o", tmp_path / "out", "--engine", "tone").returncode == 0
    again = tool("init", issue)
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_check_names_what_is_wrong(issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert tool("build", issue, "-o", out, "--engine", "tone").returncode == 0
    (file,) = out.glob("episodes/mud.*.mp3")
    file.unlink()
    done = tool("check", out)
    assert done.returncode == 6
    assert f"{file.name} is not there" in done.stderr
    found = json.loads(tool("check", out, "--json").stdout)
    assert found["problems"]


def test_serve_says_where_the_port_is_taken(sample: Built) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = tool("serve", sample.output, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 6
    assert "cannot listen" in done.stderr


def test_add_saves_what_it_can_names_the_rest_and_ends_with_3(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    text = story("", "mud").strip().replace("\n\n", "</p><p>")
    good = site.html("/mud", f"<article><h1>A good word for mud</h1><p>{text}</p></article>", ETag='"1"')
    done = tool("add", good, f"{site.address}/gone", tmp_path / "no.txt", "--to", folder, "--section", "Science")
    assert (done.returncode, done.stdout) == (3, "")
    assert "1 saved, 2 failed" in done.stderr
    assert f"saved      {folder / 'science' / 'a-good-word-for-mud.html'}  A good word for mud" in done.stderr
    assert f"2 could not be added:\n  {site.address}/gone: 404 Not Found (check the address)\n" in done.stderr
    again = tool("add", good, "--to", folder)
    assert (again.returncode, again.stdout) == (0, "")
    assert "1 unchanged" in again.stderr
    assert "build" not in again.stderr
    assert tool("build", folder, "-o", tmp_path / "out", "--engine", "tone", "-q").returncode == 0


def test_add_reports_in_json(site: Site, tmp_path: Path) -> None:
    menu = site.html("/menu", "<nav><a href='/'>Home</a></nav>")
    done = tool("add", menu, "ftp://example.org/x", "--to", tmp_path, "--json")
    assert done.returncode == 3
    saved, failed = [json.loads(line) for line in done.stdout.splitlines()]
    assert (saved["source"], saved["status"], saved["file"]) == (menu, "saved", str(tmp_path / "menu.html"))
    assert "no story" in saved["warning"]
    assert (failed["status"], failed["file"]) == ("failed", None)
    assert failed["error"] == "ftp://example.org/x: 'ftp://example.org/x' is no web address"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--limit", "0", "x"], ["--since", "tomorrow", "x"]])
def test_add_with_impossible_options_is_a_usage_error(arguments: list[str]) -> None:
    assert tool("add", *arguments).returncode == 2


def test_help_lists_the_commands_in_the_order_of_work() -> None:
    listed = [line.split()[0] for line in tool("--help").stdout.split("Commands:")[1].splitlines() if line.strip()]
    assert listed == "build segment script say-as voices check serve embed add init cache".split()


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_an_interrupt_ends_the_build_at_once_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "audio_edition", "build", str(ROOT / "articles"), "-o", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as build:
        while not list(out.glob(".staging-*/*.frames")) and build.poll() is None:
            time.sleep(0.02)
        build.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, said = build.communicate(timeout=30)
    assert (build.returncode, said.strip()) == (1, "Stopped; what was spoken is kept, build again to go on.")
    assert time.monotonic() - begun < 5
    assert [file for file in out.rglob("*") if file.is_file() and file.name != ".audio-edition.lock"] == []
