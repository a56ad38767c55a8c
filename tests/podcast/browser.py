"""Opens pages in headless Chromium, and records their requests and faults."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, WebError, sync_playwright


@dataclass
class Visit:
    """An open page, with its requests and faults since it was opened."""

    page: Page
    console: list[str] = field(default_factory=list)
    """Errors and warnings on the console."""

    exceptions: list[str] = field(default_factory=list)
    """Uncaught exceptions of scripts."""

    violations: list[str] = field(default_factory=list)
    """Violations of the Content-Security-Policy: the directive, and the address or place that violated it."""

    failed: list[str] = field(default_factory=list)
    """Requests without an answer, or with an error status."""

    requested: list[str] = field(default_factory=list)
    """The address of every request."""

    @property
    def foreign(self) -> list[str]:
        """The addresses of requests to other origins than that of the page."""
        home = urlsplit(self.page.url)
        addresses = [(address, urlsplit(address)) for address in self.requested]
        return [
            address
            for address, parts in addresses
            if parts[:2] != home[:2] and parts.scheme not in {"data", "blob"}
        ]

    @property
    def faults(self) -> list[str]:
        """Everything that must not happen in a page of an edition."""
        self.page.wait_for_timeout(100)  # for events that are on their way
        return [*self.console, *self.exceptions, *self.violations, *self.failed, *self.foreign]

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{message.type}: {message.text}")

    def on_exception(self, raised: WebError) -> None:
        """Record an exception, but not that of a play request that the next article of the queue replaced."""
        if "interrupted by a new load request" not in str(raised.error):
            self.exceptions.append(str(raised.error))

    def on_request_failed(self, request: Request) -> None:
        """Record a failed request, but not one that the player cancelled in order to seek."""
        if (request.resource_type, request.failure) != ("media", "net::ERR_ABORTED"):
            self.failed.append(f"{request.failure}: {request.url}")

    def on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status}: {response.url}")

    def on_audit_issue(self, event: dict[str, Any]) -> None:
        details = event["issue"]["details"].get("contentSecurityPolicyIssueDetails")
        if details:
            location = details.get("sourceCodeLocation", {})
            cause = details.get("blockedURL") or f"{location.get('url')}:{location.get('lineNumber', -1) + 1}"
            self.violations.append(f"{details['violatedDirective']}: {cause}")


@contextmanager
def chromium(program: str, *options: str) -> Iterator[Browser]:
    """Run a browser; while it is open, this thread has a running event loop."""
    with sync_playwright() as driver, driver.chromium.launch(executable_path=program, args=options) as browser:
        yield browser


@contextmanager
def open_page(
    browser: Browser, address: str, *, width: int = 1280, dark: bool = False, scripts: bool = True
) -> Iterator[Visit]:
    """Open a page in a new browser context, without stored data."""
    with browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
    ) as window:
        visit = Visit(window.new_page())
        window.on("console", visit.on_console)
        window.on("weberror", visit.on_exception)
        window.on("request", lambda request: visit.requested.append(request.url))
        window.on("requestfailed", visit.on_request_failed)
        window.on("response", visit.on_response)
        tools = window.new_cdp_session(visit.page)
        tools.on("Audits.issueAdded", visit.on_audit_issue)
        tools.send("Audits.enable")
        visit.page.goto(address)
        yield visit


def wait_until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until a script condition holds; Playwright's own waiting uses eval, which a strict policy forbids."""
    deadline = time.monotonic() + 20
    while not page.evaluate(condition, argument):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


def find_accessibility_problems(page: Page) -> list[str]:
    """Return the violations that axe-core finds, with its advice; the page's policy stays in force."""
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for rule in Axe().run(page).response["violations"]
        for node in rule["nodes"]
    ]
