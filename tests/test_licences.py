"""The licences of all dependencies that an installation brings are those that the docs name."""

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
"""SPDX identifiers of the licence names that packages declare; "BSD" may be any licence of that family."""

FREE = set(
    "0BSD Apache-2.0 Artistic-1.0-Perl BSD BSD-2-Clause BSD-3-Clause CC0-1.0 LGPL-2.1-or-later LGPL-3.0-or-later"
    " MIT MIT-0 MIT-CMU MPL-2.0 PSF-2.0 Zlib".split()
)
"""Licences under which code may run in the same process as ours."""

COPYLEFT = re.compile("espeak-ng|x26[45]|xvid|postproc|fftw|rubberband")
"""Names of files of GPL libraries that media packages are known to contain."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
USED, LICENCES = (DEPENDENCIES.split(f"## {name}\n")[1].split("\n## ")[0] for name in ("Dependencies", "Licences"))
TABLE = dict(re.findall(r"^\| ([\w-]+) \| ([\w.-]+) \|", USED, re.MULTILINE))


def direct_dependencies(extra: str = "") -> set[str]:
    """Return the packages that pyproject.toml requires on this Python and system."""
    lines = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    requirements = map(Requirement, lines)
    return {canonicalize_name(need.name) for need in requirements if not need.marker or need.marker.evaluate()}


def with_dependencies(names: set[str]) -> set[str]:
    """Return these packages with all their direct and indirect dependencies."""
    found: set[str] = set()
    pending = {(name, "") for name in names}
    while pending:
        name, extra = pending.pop()
        found.add(name)
        for need in map(Requirement, metadata.requires(name) or ()):
            if not need.marker or need.marker.evaluate({"extra": extra}):
                new = canonicalize_name(need.name)
                pending |= {(new, option) for option in ("", *need.extras) if option or new not in found}
    return found


def licences(name: str) -> list[set[str]]:
    """Return the licences that a package declares: alternatives, each a set of licences that apply together."""
    about = metadata.metadata(name)
    expressions = about.get_all("License-Expression", [])
    kinds = [kind.split(" :: ")[-1] for kind in about.get_all("Classifier", []) if kind.startswith("License ::")]
    words = [line for text in about.get_all("License", []) for line in text.splitlines()[:1]]
    choices = [choice for named in expressions or kinds or words for choice in named.split(" OR ")]
    return [{SPDX.get(part, part) for part in choice.split(" AND ")} for choice in choices]


EVERYTHING = {extra: with_dependencies(direct_dependencies(extra)) for extra in ("", *RUNTIME_EXTRAS)}


@pytest.mark.parametrize("name", sorted(set().union(*map(direct_dependencies, EVERYTHING))))
def test_the_docs_name_the_licence_that_a_package_declares(name: str) -> None:
    documented, declared = TABLE[name], set().union(*licences(name))
    assert not declared or documented in declared or (documented.startswith("BSD-") and "BSD" in declared)


@pytest.mark.parametrize("extra", EVERYTHING)
def test_no_dependency_has_a_licence_that_is_not_allowed(extra: str) -> None:
    not_allowed = {name for name in EVERYTHING[extra] if not any(choice <= FREE for choice in licences(name))}
    assert not_allowed == {"": {"espeakng-loader"}, "piper": {"piper-tts"}}.get(extra, set())


def test_the_docs_name_all_indirect_dependencies_of_the_core() -> None:
    assert EVERYTHING[""] - direct_dependencies() <= set(re.findall(r"([\w-]+)\s\([A-Z]", LICENCES))


def test_the_docs_list_the_wheels_that_contain_gpl_libraries() -> None:
    gpl_wheels = {
        name
        for name in set().union(*EVERYTHING.values())
        if any(COPYLEFT.search(str(file)) for file in metadata.files(name) or ())
    }
    assert gpl_wheels == set(re.findall(r"^\| ([\w-]+) \|[^|]*\| GPL-", LICENCES, re.MULTILINE))
