"""The browser that tests of the listening page share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import require
from tests.podcast.browser import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, closed before other modules' tests, which may want an event loop or a fork of their own."""
    with chromium(require("chromium")) as found:
        yield found
