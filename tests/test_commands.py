"""What the commands print, called in this process, where coverage sees them.

`test_cli.py` starts them as users do.
"""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from audio_edition.cli import main
from tests.conftest import ROOT, Built

ARTICLES = str(ROOT / "articles")
SHOPS = str(ROOT / "articles" / "01-leaders" / "03-shops.html")


def run_command(*arguments: str | Path, stdin: str = "", exit_code: int = 0) -> str:
    """Return what a command prints on stdout."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_segment_marks_spoken_and_dropped_blocks_and_counts_them() -> None:
    lines = run_command("segment", SHOPS).splitlines()
    spoken, dropped = (sum(line.startswith(mark) for line in lines) for mark in ("+ ", "- "))
    assert f"  {spoken} blocks spoken, {dropped} dropped" in lines


def test_segment_prints_an_object_per_article_as_json() -> None:
    (line,) = run_command("segment", "--json", SHOPS).splitlines()
    assert json.loads(line)["headline"] == "The shop that opens twice a week"


def test_script_prints_the_same_utterances_as_text_and_as_json() -> None:
    objects = [json.loads(line) for line in run_command("script", "--json", SHOPS).splitlines()]
    text = run_command("script", SHOPS)
    assert all(f"[{each['role']}] {each['spoken']}" in text for each in objects)


def test_script_lists_unknown_names_as_a_table_for_edition_toml(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(
        "A visit\n\n" + "Wojciech Szczęsny came to the harbour and saw the boats. " * 3
    )
    assert run_command("script", "--unknown", tmp_path).startswith("[pronounce]\n")
    objects = [json.loads(line) for line in run_command("script", "--unknown", "--json", tmp_path).splitlines()]
    assert "Szczęsny" in {each["name"] for each in objects}


def test_say_as_prints_a_spoken_line_for_each_written_one() -> None:
    assert run_command("say-as", stdin="£3m\n\n9/11\n") == "three million pounds\n\nnine eleven\n"


def test_voices_prints_the_same_voices_as_text_and_as_json() -> None:
    objects = [json.loads(line) for line in run_command("voices", "--engine", "tone", "--json").splitlines()]
    lines = run_command("voices", "--engine", "tone").splitlines()
    assert [each["id"] for each in objects] == [line.split()[2] for line in lines]


def test_build_check_and_embed_work_on_one_edition_and_a_second_build_changes_nothing(
    sample: Built, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    build = ("build", "--engine", "tone", "--episodes", "article", "-o", output, ARTICLES)
    first = CliRunner().invoke(main, [str(argument) for argument in build])
    assert "7 articles" in first.stderr
    assert f"Published in {output}" in first.stderr
    assert "Nothing has changed" in CliRunner().invoke(main, [str(argument) for argument in build]).stderr
    assert json.loads(run_command(*build, "--json"))["failures"] == []
    assert run_command("check", sample.output).endswith("feed, chapters, transcripts and tags agree\n")
    assert json.loads(run_command("check", "--json", sample.output))["problems"] == []
    assert "<iframe" in run_command(
        "embed", "--base-url", "https://example.org", "edition-2026-11-21", sample.output
    )


def test_check_ends_with_the_code_for_publishing_if_something_is_wrong(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (6, "")


def test_cache_shows_and_clears_its_entries() -> None:
    assert json.loads(run_command("cache", "info", "--json")).keys() >= {"folder", "bytes", "limit"}
    assert "clips" in run_command("cache", "info")
    assert "removed" in run_command("cache", "clear")
    assert json.loads(run_command("cache", "clear", "--json")) == {"files": 0, "bytes": 0}


def test_init_writes_settings_and_refuses_to_overwrite_them(tmp_path: Path) -> None:
    assert "written" in run_command("init", tmp_path)
    run_command("init", tmp_path, exit_code=2)


def test_add_saves_a_file_and_says_so_as_json(tmp_path: Path) -> None:
    (line,) = run_command("add", "--json", "--to", tmp_path, SHOPS).splitlines()
    assert json.loads(line)["status"] == "saved"
