"""The licences of everything that an installation brings are those that the docs name."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.test_project import DEPENDENCIES, RUNTIME_EXTRAS

SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0-Perl",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD License": "BSD",
    "MIT License": "MIT",
}
"""What packages call a licence that has a name of its own; "BSD" may be any of that family."""

FREE = set(
    "0BSD Apache-2.0 Artistic-1.0-Perl BSD BSD-2-Clause BSD-3-Clause CC0-1.0 LGPL-2.1-or-later LGPL-3.0-or-later"
    " MIT MIT-0 MIT-CMU MPL-2.0 PSF-2.0 Zlib".split()
)
"""Licences under which code may share a process with ours."""

COPYLEFT = re.compile("espeak-ng|x26[45]|xvid|postproc|fftw|rubberband")
"""Files of libraries under the GPL that media packages are known to carry."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
USED, LICENCES = (DEPENDENCIES.split(f"## {name}\n")[1].split("\n## ")[0] for name in ("Dependencies", "Licences"))
TABLE = dict(re.findall(r"^\| ([\w-]+) \| ([\w.-]+) \|", USED, re.MULTILINE))


def direct(extra: str = "") -> set[str]:
    """The packages that pyproject.toml asks for on this Python and system."""
    lines = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    wanted = map(Requirement, lines)
    return {canonicalize_name(each.name) for each in wanted if not each.marker or each.marker.evaluate()}


def brought(names: set[str]) -> set[str]:
    """These packages, and those that they need, and so on."""
    found: set[str] = set()
    open_ends = {(name, "") for name in names}
    while open_ends:
        name, extra = open_ends.pop()
        found.add(name)
        for need in map(Requirement, metadata.requires(name) or ()):
            if not need.marker or need.marker.evaluate({"extra": extra}):
                new = canonicalize_name(need.name)
                open_ends |= {(new, each) for each in ("", *need.extras) if each or new not in found}
    return found


def licences(name: str) -> list[set[str]]:
    """What a package declares: sets of licences that hold together, of which one may choose one."""
    about = metadata.metadata(name)
    expressions = about.get_all("License-Expression", [])
    kinds = [kind.split(" :: ")[-1] for kind in about.get_all("Classifier", []) if kind.startswith("License ::")]
    words = [line for text in about.get_all("License", []) for line in text.splitlines()[:1]]
    choices = [choice for named in expressions or kinds or words for choice in named.split(" OR ")]
    return [{SPDX.get(part, part) for part in choice.split(" AND ")} for choice in choices]


EVERYTHING = {extra: brought(direct(extra)) for extra in ("", *RUNTIME_EXTRAS)}


@pytest.mark.parametrize("name", sorted(set().union(*map(direct, EVERYTHING))))
def test_the_docs_have_the_licence_that_a_package_declares(name: str) -> None:
    said, declared = TABLE[name], set().union(*licences(name))
    assert not declared or said in declared or (said.startswith("BSD-") and "BSD" in declared)


@pytest.mark.parametrize("extra", EVERYTHING)
def test_nothing_that_is_brought_is_under_another_licence_than_is_allowed(extra: str) -> None:
    bound = {name for name in EVERYTHING[extra] if not any(choice <= FREE for choice in licences(name))}
    assert bound == {"": {"espeakng-loader"}, "piper": {"piper-tts"}}.get(extra, set())


def test_what_the_core_brings_besides_is_named_in_the_docs() -> None:
    assert EVERYTHING[""] - direct() <= set(re.findall(r"([\w-]+)\s\([A-Z]", LICENCES))


def test_wheels_that_carry_libraries_under_the_gpl_are_those_of_the_docs() -> None:
    inside = {
        name
        for name in set().union(*EVERYTHING.values())
        if any(COPYLEFT.search(str(file)) for file in metadata.files(name) or ())
    }
    assert inside == set(re.findall(r"^\| ([\w-]+) \|[^|]*\| GPL-", LICENCES, re.MULTILINE))
