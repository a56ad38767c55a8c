"""Pages that were saved instead of a story are errors with a hint; a notice above a story is only dropped."""

from __future__ import annotations

import pytest

from audio_edition.errors import NoStoryError
from audio_edition.readers import html
from audio_edition.segmenter import segment
from tests.segmenter.test_segmenter import PROSE, spoken_texts

FRAME = (
    "<html><head><title>{title}</title></head><body><nav><a href=/a>News</a> <a href=/b>Tides</a></nav>"
    "<main>{body}</main><footer>© 2026 The Silt Review</footer></body></html>"
)
NOTICES = [
    (
        "Why the ferry is late | The Silt Review",
        (
            "<h2>Before you continue</h2><p>The Silt Review and our 12 partners store and access information on"
            " your device, for example in cookies.</p><p>You can accept or reject these choices, and withdraw your"
            " consent at any time.</p><button>Accept all</button>"
        ),
        "consent notice",
    ),
    (
        "Page not found",
        "<h1>404</h1><p>Sorry, the page that you are looking for has moved or does not exist.</p>",
        "error page",
    ),
    (
        "Page not found - The Silt Review",
        "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found here. Maybe try a search?</p>",
        "error page",
    ),
    (
        "The Silt Review",
        (
            "<h1>451: Unavailable due to legal reasons</h1><p>We see that you are trying to access our pages from a"
            " country in which a law forbids us to count our readers, and so we cannot show them to you.</p>"
        ),
        "error page",
    ),
    ("403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to view this folder.</p>", "error page"),
    (
        "Just a moment...",
        "<h1>silt.example</h1><p>Checking your browser before you reach silt.example.</p><p>Ray ID: 7ab01</p>",
        "browser check",
    ),
    ("The Silt Review", "<p>You need to enable JavaScript to run this app.</p>", "browser check"),
    (
        "The Silt Review",
        "<h2>Are you over 18?</h2><p>This site contains material for adults only.</p><button>Enter</button>",
        "age check",
    ),
    (
        "Das Wattblatt",
        (
            "<h2>Ihre Privatsphäre</h2><p>Wir und unsere 40 Partner speichern Daten auf Ihrem Gerät, etwa in"
            " Cookies.</p><p>Sie können Ihre Einwilligung in die Nutzung von Cookies jederzeit widerrufen.</p>"
        ),
        "consent notice",
    ),
    (
        "Erreur 404",
        "<h1>Erreur 404</h1><p>La page que vous cherchez dans le journal n'existe plus ou n'a pas été trouvée.</p>",
        "error page",
    ),
]


@pytest.mark.parametrize(("title", "body", "rule"), NOTICES)
def test_a_page_with_nothing_but_a_notice_is_an_error_that_says_what_to_do(
    title: str, body: str, rule: str
) -> None:
    with pytest.raises(NoStoryError, match=rule) as error:
        segment(html.parse(FRAME.format(title=title, body=body)))
    assert "save the story again" in error.value.hint


@pytest.mark.parametrize(("title", "body", "rule"), NOTICES)
def test_a_story_below_a_notice_is_read(title: str, body: str, rule: str) -> None:
    story = "".join(f"<p>{line}</p>" for line in PROSE)
    page = FRAME.format(title=title, body=f"{body}<article><h1>The harbour is full again</h1>{story}</article>")
    assert set(PROSE) <= set(spoken_texts(segment(html.parse(page)))), rule


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "Access denied",
            ("The gate was shut, and the man behind it had no intention of opening it for a cyclist.",),
        ),
        ("404", ("Room 404 was the last on the corridor, and the only one from which the sea could be heard.",)),
        (
            "The cookie law",
            ("The regulator fined the shop for asking its customers to accept cookies seven times a day.",),
        ),
    ],
)
def test_a_short_story_about_a_notice_is_read(title: str, lines: tuple[str, ...]) -> None:
    body = f"<article><h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    assert spoken_texts(segment(html.parse(FRAME.format(title=title, body=body))))[-1] == lines[-1]
