"""The gate: check everything on a clean checkout, in virtual environments of its own.

It needs Python 3.11 and its standard library; it installs everything else. A step that fails ends it, and the last
output is the summary of the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parent.parent

TEST_COMMAND = "pip install -e '.[test]' && pytest"
"""README names this command. Only the tests that it runs count for the coverage."""

PROGRAMS = {
    "cc": "build-essential",
    "chromium": "chromium",
    "faketime": "faketime",
    "ffprobe": "ffmpeg",
    "gpo": "gpodder",
    "mpg123": "mpg123",
    "podboat": "newsboat",
    "podget": "podget",
}
"""Programs that tests call and the Debian packages that bring them. Where one is missing, its tests are skipped."""

SLICE = (
    "tests/build/test_build.py::test_check_finds_damage[remove_cues]",
    "tests/build/test_build.py::test_check_finds_damage[truncate_feed]",
    "tests/build/test_watch.py::test_a_folder_that_is_moved_in_causes_a_build",
    "tests/podcast/test_feed.py",
    "tests/podcast/test_server_raw.py",
    "tests/pronunciation/test_lexicon.py",
    "tests/readers",
    "tests/segmenter/test_identified.py",
    "tests/segmenter/test_segmenter.py",
    "tests/test_config.py",
    "tests/verbaliser/test_verbaliser.py",
    "tests/web",
)
"""Tests for the other environments: readers, segmenter, spoken form, build, feed, server and check."""

EXTRAS = (
    "tests/recording/test_executors.py::test_a_cluster_makes_the_same_bytes",
    "tests/verification/test_recognition.py::test_a_sound_edition_has_no_problems_and_few_word_errors",
    "tests/speech/test_engines.py::test_a_clip_is_sound_and_has_a_plausible_duration[hibari]",
    "tests/speech/test_engines.py::test_a_clip_is_sound_and_has_a_plausible_duration[piper]",
    "tests/speech/test_engines.py::test_a_clip_is_sound_and_has_a_plausible_duration[pyttsx3]",
)
"""Tests of what the extras add: the cluster, the recogniser and the engines."""

LOWEST, NEWEST = ROOT / ".venv" / "lowest", ROOT / ".venv" / "newest"

UNWANTED = ("PYTHONDONTWRITEBYTECODE",)
"""Without compiled files, each of the thousand processes that tests start would compile our code again."""

BEGUN = monotonic()


def main() -> None:
    """Run all steps; the other environments are filled and tested while the first steps run."""
    install_programs()
    oldest = find_python("3.11", "3.12", "3.13") or sys.executable
    between, newest = find_python("3.12") or oldest, find_python("3.13")
    whole = Environment("All tests", ROOT / ".venv", oldest)
    whole.create_with_pip()
    with ThreadPoolExecutor() as background:
        others = [background.submit(test_lowest_versions, Environment("Lowest versions", LOWEST, between))]
        if newest and newest != oldest:
            others.append(background.submit(test_newest_python, Environment("Newest Python", NEWEST, newest)))
        whole.install("-e", ".[test,docs]")
        lint(whole)
        build_docs(whole)
        for other in others:
            report(other)
    whole.run("pytest", "-m", "slow")
    whole.run("bash", "-c", TEST_COMMAND, PYTEST_ADDOPTS="--cov --cov-report=")


def lint(environment: Environment) -> None:
    """Run the linters and the type checker."""
    environment.run("ruff", "check", ".")
    environment.run("ruff", "format", "--check", ".")
    environment.run("mypy", "--strict")
    environment.run("lint-imports")


def build_docs(environment: Environment) -> None:
    """Build the site of the docs; a warning, such as a dead link, is a failure."""
    site = environment.folder / "site"
    environment.run("mkdocs", "build", "--quiet", "--strict", "-f", "docs/mkdocs.yml", "-d", str(site))


def test_lowest_versions(environment: Environment) -> str:
    """Return what tests print with the lowest versions that pyproject.toml allows, extras included."""
    environment.create()
    constraints = environment.folder / "lowest.txt"
    constraints.write_text("\n".join(lowest_versions()), "utf-8")
    environment.install("-e", ".[test]", "--constraints", str(constraints))
    return environment.output("python", "-m", "pytest", "-n", "2", *SLICE, *EXTRAS)


def test_newest_python(environment: Environment) -> str:
    """Return what tests print on the newest Python, with the newest versions."""
    environment.create()
    environment.install("-e", ".[test]")
    return environment.output("python", "-m", "pytest", "-n", "0", *SLICE)


def report(background: Future[str]) -> None:
    """Print what a step in the background printed; if it failed, end as it did."""
    try:
        print(background.result(), flush=True)
    except subprocess.CalledProcessError as error:
        print(*error.cmd, error.output, flush=True)
        sys.exit(error.returncode)


@dataclass(frozen=True)
class Environment:
    """A virtual environment for a purpose. uv fills it in seconds, where pip takes minutes."""

    title: str
    folder: Path
    python: str

    def create_with_pip(self) -> None:
        """Create it as the readers of README do, and add uv."""
        self.run(self.python, "-m", "venv", str(self.folder))
        self.run("pip", "install", "--upgrade", "pip", "uv")  # an old pip is slow to resolve

    def create(self) -> None:
        """Create it without pip."""
        self.output("uv", "venv", "--quiet", "--python", self.python, str(self.folder))

    def install(self, *arguments: str) -> None:
        """Install packages by uv."""
        self.output("uv", "pip", "install", "--quiet", *arguments)

    def run(self, *command: str, **variables: str) -> None:
        """Run a command and show what it prints; if it fails, end as it did."""
        print(f"\n[{monotonic() - BEGUN:.0f} s] {' '.join(command)}", flush=True)
        code = subprocess.run(command, check=False, cwd=ROOT, env=self._variables() | variables).returncode
        if code:
            sys.exit(code)

    def output(self, *command: str) -> str:
        """Return what a command prints, with a title. Raise CalledProcessError, which has the same, if it fails."""
        printed = subprocess.check_output(
            command, cwd=ROOT, env=self._variables(), stderr=subprocess.STDOUT, text=True
        )
        return f"\n{self.title}, {self.python}:\n{printed}"

    def _variables(self) -> dict[str, str]:
        folders = (str(self.folder / "bin"), str(ROOT / ".venv" / "bin"), os.environ["PATH"])
        return variables() | {"PATH": os.pathsep.join(folders), "VIRTUAL_ENV": str(self.folder)}


@cache
def variables() -> dict[str, str]:
    """Return the environment variables of every step."""
    inherited = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    wanted = {"PIP_QUIET": "1", "UV_SYSTEM_CERTS": "1", "UV_INDEX_STRATEGY": "unsafe-best-match"}
    # One test in five waits for something, so more processes than cores are busy.
    wanted["PYTEST_XDIST_AUTO_NUM_WORKERS"] = str((os.cpu_count() or 1) * 3 // 2)
    return inherited | wanted | pip_settings_for_uv()


def pip_settings_for_uv() -> dict[str, str]:
    """Return where packages come from: uv does not read pip's settings."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], check=False, capture_output=True, text=True
    )
    found = dict(re.findall(r"^[^=]*\.([a-z-]+)='(.*)'$", listed.stdout, re.MULTILINE))  # the last one counts
    names = {"index-url": "UV_DEFAULT_INDEX", "extra-index-url": "UV_INDEX", "find-links": "UV_FIND_LINKS"}
    return {variable: found[name] for name, variable in names.items() if found.get(name)}


def lowest_versions() -> list[str]:
    """Return "name==version" for each ">=" of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    return [f"{name}=={version}" for name, version in re.findall(r'"([\w-]+)(?:\[[a-z,]*\])?>=([^",; ]+)', text)]


def find_python(*versions: str) -> str | None:
    """Return the first of these Pythons that is on the path or one of pyenv's."""
    for version in versions:
        command = [f"python{version}", "-c", "import sys; print(sys.executable)"]
        try:
            return subprocess.check_output(
                command, env=os.environ | {"PYENV_VERSION": version}, stderr=subprocess.DEVNULL, text=True
            ).strip()
        except (OSError, subprocess.CalledProcessError):
            continue
    return None


def install_programs() -> None:
    """Install the missing programs where there is apt-get and we are root or may be."""
    missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if not missing or not shutil.which("apt-get"):
        return
    apt = [*([] if os.geteuid() == 0 else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*apt, "update"], check=False)
    install = [*apt, "install", "-y", "--no-install-recommends", *missing]
    if subprocess.run(install, check=False, stdout=subprocess.DEVNULL).returncode:
        print("not installed:", *missing, flush=True)


if __name__ == "__main__":
    main()
