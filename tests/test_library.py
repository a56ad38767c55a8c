"""The package as other programs import it: public names, documented examples, light imports."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import audio_edition
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "pages" / "library.md"


def test_every_example_of_the_library_page_gives_the_documented_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(PAGE), module_relative=False, globs={"output": tmp_path / "out"})
    assert result.attempted > 10
    assert result.failed == 0


def test_every_public_name_can_be_imported_and_is_listed_by_dir() -> None:
    for name in audio_edition.__all__:
        assert getattr(audio_edition, name)
        assert name in dir(audio_edition)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        audio_edition.nothing  # noqa: B018 - reading it is the test


@pytest.mark.parametrize("heavy", ["click", "numpy", "lxml", "msgspec", "audio_edition.model"])
def test_importing_the_package_loads_no_submodule_and_no_dependency(heavy: str) -> None:
    code = f"import sys, audio_edition; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_build_is_callable_even_after_its_subpackage_was_imported() -> None:
    code = (
        "import audio_edition, audio_edition.build.stages; from audio_edition import build;"
        " assert callable(build) and callable(audio_edition.build)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
