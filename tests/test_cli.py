"""The command line, run as a process: its output and its exit codes."""

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


def run_cli(*arguments: str | Path, cwd: Path | None = None, text: str = "") -> subprocess.CompletedProcess[str]:
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
def test_the_seed_article_builds_and_passes_check(seed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run_cli("build", seed, "-o", out, "--engine", "pyttsx3")
    assert (done.returncode, done.stdout) == (0, "")
    assert "9 paragraphs spoken" in done.stderr
    checked = run_cli("check", out)
    assert checked.returncode == 0
    assert re.search(r"\b(9|10):\d\d of sound", checked.stdout)  # two episodes of five minutes


def test_build_prints_its_report_as_json(issue: Path, tmp_path: Path) -> None:
    done = run_cli("build", issue, "-o", tmp_path / "out", "--engine", "tone", "--json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert [article["id"] for article in report["articles"]] == ["wall", "gulls", "mud"]
    assert report["speakers"][0]["engine"] == "tone"


def test_a_quiet_build_prints_nothing(issue: Path, tmp_path: Path) -> None:
    done = run_cli("build", issue, "-o", tmp_path / "out", "--engine", "tone", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_build_reads_the_configuration_beside_the_articles_and_options_override_it(
    issue: Path, tmp_path: Path
) -> None:
    (issue / "edition.toml").write_text('title = "The Tide"\nengine = "tone"\nepisodes = ["edition"]\n')
    assert run_cli("build", issue, "-o", tmp_path / "out", "--date", "2026-11-21").returncode == 0
    assert "The Tide" in (tmp_path / "out" / "feed.xml").read_text("utf-8")
    assert [f.name.split(".")[0] for f in (tmp_path / "out").glob("episodes/*.mp3")] == ["edition-2026-11-21"]
    done = run_cli("build", issue, "-o", tmp_path / "out", "--episodes", "article", "--title", "The Ebb", "--json")
    assert json.loads(done.stdout)["title"] == "The Ebb"


def failing_arguments(tmp_path: Path, name: str) -> list[str | Path]:
    """Write the files that a failing command needs and return its arguments."""
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
def test_bad_input_prints_one_clear_error_and_exits_with_its_code(
    tmp_path: Path, name: str, code: int, words: str
) -> None:
    done = run_cli(*failing_arguments(tmp_path, name))
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 4
    assert done.stdout == ""
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_folder_without_write_permission_ends_the_build_with_6(issue: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert run_cli("build", issue, "-o", locked / "out", "--engine", "tone").returncode == 6


def test_an_incomplete_edition_is_published_and_the_build_exits_with_7(issue: Path, tmp_path: Path) -> None:
    (issue / "empty.txt").write_text("")
    done = run_cli("build", issue, "-o", tmp_path / "out", "--engine", "tone")
    assert done.returncode == 7
    assert "empty.txt: there is no text in it" in done.stderr
    assert run_cli("check", tmp_path / "out").returncode == 0


def test_segment_prints_one_json_object_per_file(issue: Path) -> None:
    done = run_cli("segment", issue, "--json")
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


def test_segment_continues_after_an_unreadable_file_and_reports_it(issue: Path) -> None:
    (issue / "empty.txt").write_text("")
    done = run_cli("segment", issue, "--json")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 3
    assert "empty.txt" in done.stderr


def test_segment_prints_spoken_and_dropped_blocks_with_role_or_rule(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(story("The wall is too low", "wall") + "\nShare this article\n")
    done = run_cli("segment", file)
    assert "- [share links] Share this article" in done.stdout
    assert "+ [headline] The wall is too low" in done.stdout


def test_script_prints_the_spoken_form_and_the_rules_of_its_replacements(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        story("The wall is too low", "wall") + "\nRaising it will cost £86m, or more than all of that.\n"
    )
    assert "eighty-six million pounds" in run_cli("script", file).stdout
    entries = [json.loads(line) for line in run_cli("script", file, "--json").stdout.splitlines()]
    (change,) = entries[-1]["replacements"]
    assert (change["written"], change["spoken"]) == ("£86m", "eighty-six million pounds")
    assert change["rule"]


def test_say_as_prints_the_spoken_form_of_each_line() -> None:
    done = run_cli("say-as", text="£35\n\n5% of it\n")
    assert done.stdout.splitlines() == ["thirty-five pounds", "", "five per cent of it"]
    assert run_cli("say-as", "--locale", "en-US", text="120\n").stdout == "one hundred twenty\n"


def test_say_as_answers_each_line_immediately_with_one_line() -> None:
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
    entries = [json.loads(line) for line in run_cli("voices", "--json").stdout.splitlines()]
    assert {"engine": "tone", "language": "und", "id": "low", "name": "low", "licence": ""} in entries
    assert any(e["engine"] == "pyttsx3" and e["language"].startswith("en") for e in entries)
    assert run_cli("voices", "--engine", "gramophone").returncode == 4


def test_init_writes_a_usable_configuration_and_never_overwrites_one(issue: Path, tmp_path: Path) -> None:
    assert run_cli("init", issue).returncode == 0
    assert run_cli("build", issue, "-o", tmp_path / "out", "--engine", "tone").returncode == 0
    again = run_cli("init", issue)
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_check_names_a_missing_file(issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run_cli("build", issue, "-o", out, "--engine", "tone").returncode == 0
    (file,) = out.glob("episodes/mud.*.mp3")
    file.unlink()
    done = run_cli("check", out)
    assert done.returncode == 6
    assert f"{file.name} is not there" in done.stderr
    found = json.loads(run_cli("check", out, "--json").stdout)
    assert found["problems"]


def test_serve_on_a_port_in_use_exits_with_6(sample: Built) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run_cli("serve", sample.output, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 6
    assert "cannot listen" in done.stderr


def test_add_saves_good_sources_names_the_failed_ones_and_exits_with_3(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    text = story("", "mud").strip().replace("\n\n", "</p><p>")
    good = site.html("/mud", f"<article><h1>A good word for mud</h1><p>{text}</p></article>", ETag='"1"')
    done = run_cli("add", good, f"{site.address}/gone", tmp_path / "no.txt", "--to", folder, "--section", "Science")
    assert (done.returncode, done.stdout) == (3, "")
    assert "1 saved, 2 failed" in done.stderr
    assert f"saved      {folder / 'science' / 'a-good-word-for-mud.html'}  A good word for mud" in done.stderr
    assert f"2 could not be added:\n  {site.address}/gone: 404 Not Found (check the address)\n" in done.stderr
    again = run_cli("add", good, "--to", folder)
    assert (again.returncode, again.stdout) == (0, "")
    assert "1 unchanged" in again.stderr
    assert "build" not in again.stderr
    assert run_cli("build", folder, "-o", tmp_path / "out", "--engine", "tone", "-q").returncode == 0


def test_add_prints_its_results_as_json(site: Site, tmp_path: Path) -> None:
    menu = site.html("/menu", "<nav><a href='/'>Home</a></nav>")
    done = run_cli("add", menu, "ftp://example.org/x", "--to", tmp_path, "--json")
    assert done.returncode == 3
    saved, failed = [json.loads(line) for line in done.stdout.splitlines()]
    assert (saved["source"], saved["status"], saved["file"]) == (menu, "saved", str(tmp_path / "menu.html"))
    assert "no story" in saved["warning"]
    assert (failed["status"], failed["file"]) == ("failed", None)
    assert failed["error"] == "ftp://example.org/x: 'ftp://example.org/x' is no web address"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--limit", "0", "x"], ["--since", "tomorrow", "x"]])
def test_add_with_invalid_options_is_a_usage_error(arguments: list[str]) -> None:
    assert run_cli("add", *arguments).returncode == 2


def test_help_lists_the_commands_in_the_order_of_their_use() -> None:
    listed = [
        line.split()[0] for line in run_cli("--help").stdout.split("Commands:")[1].splitlines() if line.strip()
    ]
    assert listed == "build segment script say-as voices check serve embed add init cache".split()


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_an_interrupt_stops_the_build_soon_and_leaves_no_partial_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "audio_edition", "build", str(ROOT / "articles"), "-o", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as build:
        while not list(out.glob(".staging-*/*.frames")) and build.poll() is None:
            time.sleep(0.02)
        build.send_signal(signal.SIGINT)
        interrupted_at = time.monotonic()
        _, stderr = build.communicate(timeout=30)
    assert (build.returncode, stderr.strip()) == (1, "Stopped; what was spoken is kept, build again to go on.")
    assert time.monotonic() - interrupted_at < 5
    assert [file for file in out.rglob("*") if file.is_file() and file.name != ".audio-edition.lock"] == []
