"""The browser that the tests of the listening page share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import require
from tests.podcast.browser import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, closed after each module, as other tests may need their own event loop or fork."""
    with chromium(require("chromium")) as browser:
        yield browser
