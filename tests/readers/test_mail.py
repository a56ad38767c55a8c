"""Messages and mailboxes: which part is read, what the headers tell, and which limits hold."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import NoStoryError, UnreadableArticleError
from audio_edition.model import Article, BlockKind
from audio_edition.readers import forwarded, mail, read
from audio_edition.segmenter import segment
from tests.readers.test_html import MUD, paragraphs

HEADERS = {
    "From": "The Silt Review <news@silt.example>",
    "To": "reader@example.org",
    "Subject": "On mud",
    "Date": "Fri, 20 Nov 2026 23:30:00 -0500",
}
PAGE = f"<html><body><h1>On mud</h1>{paragraphs(*MUD)}<img src='cid:1'></body></html>"
TEXT = "\n\n".join(MUD)


def message(
    *, html: str | None = None, text: str | None = None, headers: Mapping[str, str] = HEADERS
) -> EmailMessage:
    """Return a message with a text part, an HTML part, or both as alternatives."""
    made = EmailMessage(policy=SMTP)
    for name, value in headers.items():
        made[name] = value
    if text is not None:
        made.set_content(text)
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    return made


def read_message(made: EmailMessage) -> Article:
    return mail.parse_eml(made.as_bytes())


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def spoken(article: Article) -> list[str]:
    return [paragraph.text for paragraph in segment(article).narrative]


@pytest.mark.parametrize(
    "made",
    [message(html=PAGE), message(text=TEXT), message(html=PAGE, text="Open this message in a program for pages.")],
    ids=["html", "text", "alternatives"],
)
def test_the_story_is_the_html_part_or_else_the_text(made: EmailMessage) -> None:
    article = read_message(made)
    assert spoken(article) == list(MUD)
    assert (article.headline, article.publication) == ("On mud", "The Silt Review")
    assert article.published == date(2026, 11, 20)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_encodings_and_charsets_are_undone(encoding: str, charset: str) -> None:
    made = EmailMessage(policy=SMTP)
    made["Subject"] = "Über Schlick"
    made.set_content("<p>Die Fähre fährt später, größer wird sie nicht.</p>", "html", charset, encoding)
    article = read_message(made)
    assert texts(article) == ["Die Fähre fährt später, größer wird sie nicht."]
    assert article.headline == "Über Schlick"


def test_pictures_and_attachments_are_no_text_and_parts_beside_them_are_all_read() -> None:
    made = message(text=MUD[0])
    made.add_attachment(b"\x89PNG", "image", "png", disposition="inline")
    made.add_attachment("A contract.", filename="contract.txt")
    made.add_attachment(f"<p>{MUD[1]}</p>", subtype="html", disposition="inline")
    assert texts(read_message(made)) == list(MUD[:2])


def test_of_related_parts_the_page_is_read() -> None:
    made = message(html=PAGE)
    made.add_related("<p>A frame.</p>", subtype="html", cid="<1>")
    assert texts(read_message(made)) == ["On mud", *MUD]


def test_a_message_attached_to_an_empty_one_is_the_article() -> None:
    made = message(headers={"Subject": "Fwd: On mud", "From": "Ada <ada@example.org>"}, text="")
    made.add_attachment(message(html=PAGE))
    article = read_message(made)
    assert texts(article) == ["On mud", *MUD]
    assert article.publication == "The Silt Review"


def test_soft_line_ends_of_flowed_text_are_no_line_ends() -> None:
    words = MUD[0].split()
    flowed = " \r\n".join([" ".join(words[:9]), " ".join(words[9:])])
    head = "Subject: On mud\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
    assert texts(mail.parse_eml(f"{head}{flowed}\r\n\r\nSo.\r\n".encode())) == [MUD[0], "So."]


@pytest.mark.parametrize(
    ("subject", "headline"),
    [("Fwd: Re: On mud", "On mud"), ("WG: AW: Vom Schlick", "Vom Schlick"), ("TR : De la vase", "De la vase")],
)
def test_a_headline_has_no_mark_of_the_mail_program(subject: str, headline: str) -> None:
    assert read_message(message(text=TEXT, headers={**HEADERS, "Subject": subject})).headline == headline


def test_the_sender_of_a_substack_names_author_and_paper() -> None:
    sender = {"From": "Ada Marsh from Silt Letters <silt@substack.com>"}
    article = read_message(message(text=TEXT, headers={**HEADERS, **sender}))
    assert (article.byline, article.publication) == ("Ada Marsh", "Silt Letters")


FORWARDED = {
    "gmail": (
        "---------- Forwarded message ---------\nFrom: The Silt Review <news@silt.example>\n"
        "Date: Fri, 20 Nov 2026 at 10:12\nSubject: On mud\nTo: <ada@example.org>\n\n\n"
    ),
    "apple": (
        "Begin forwarded message:\n\nFrom: The Silt Review <news@silt.example>\nSubject: On mud\n"
        "Date: 20 November 2026 at 10:12:00 CET\nTo: ada@example.org\nReply-To: news@silt.example\n\n"
    ),
    "outlook, german": (
        "-----Ursprüngliche Nachricht-----\nVon: The Silt Review <news@silt.example>\n"
        "Gesendet: 20. November 2026 10:12\nAn: ada@example.org\nBetreff: On mud\n\n"
    ),
    "thunderbird, french": (
        "-------- Message transféré --------\nSujet : On mud\nDate : Fri, 20 Nov 2026 10:12:00 +0100\n"
        "De : The Silt Review <news@silt.example>\nPour : ada@example.org\n\n"
    ),
}


@pytest.mark.parametrize("header", FORWARDED.values(), ids=FORWARDED.keys())
@pytest.mark.parametrize("note", ["", "Have you seen this?\n\n"])
def test_headers_of_a_forwarded_message_are_not_read_but_tell_headline_date_and_paper(
    header: str, note: str, tmp_path: Path
) -> None:
    file = tmp_path / "forwarded.txt"
    file.write_text(f"{note}{header}{TEXT}\n\n-- \nTom Reed\nQuay House\n+44 20 7946 0000\n", "utf-8")
    (article,) = read(file)
    script = segment(article)
    assert [paragraph.text for paragraph in script.narrative] == list(MUD)
    assert (script.headline, article.publication) == ("On mud", "The Silt Review")
    assert {block.rule for block in script.dropped} == {"mail header", "mail signature"}
    assert script.published in {date(2026, 11, 20), None}


def test_a_forwarded_newsletter_in_a_message_counts_not_the_message_around_it() -> None:
    headers = {**HEADERS, "From": "Tom <tom@example.org>", "Subject": "Fwd: FW: On mud", "Date": ""}
    article = read_message(message(text=f"{FORWARDED['gmail']}{TEXT}", headers=headers))
    assert (article.headline, article.publication, article.published) == (
        "On mud",
        "The Silt Review",
        date(2026, 11, 20),
    )
    assert spoken(article) == list(MUD)


@pytest.mark.parametrize("line_break", ["<br>", "</div><div>"])
def test_headers_of_a_forwarded_page_are_found_in_one_block_or_several(line_break: str) -> None:
    lines = FORWARDED["gmail"].replace("<", "&lt;").splitlines()
    page = f"<div>{line_break.join(lines)}</div>{paragraphs(*MUD)}"
    article = read_message(message(html=page, headers={"From": "Tom <tom@example.org>", "Subject": "Fwd: On mud"}))
    assert (article.headline, article.publication) == ("On mud", "The Silt Review")
    assert article.published == date(2026, 11, 20)
    assert spoken(article) == list(MUD)


def test_a_message_that_was_quoted_as_a_whole_is_no_quotation() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in f"{FORWARDED['apple']}{TEXT}".splitlines())
    article = read_message(message(text=f"{quoted}\n"))
    assert {block.kind for block in article.blocks if block.text in MUD} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    "opening",
    [
        "From: the keeper\n\nTo: the board\n\nSubject: the lamp\n\n",
        f"{TEXT}\n\n{TEXT}\n\nFrom: keeper@example.org\n\nTo: the board\n\nSubject: the lamp\n\n",
        "From: here it is a mile to the wall.\n\n",
    ],
    ids=["a letter in a novel", "below paragraphs", "a label"],
)
def test_lines_that_only_look_like_headers_are_left_open(opening: str, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(f"{opening}{TEXT}\n\n--\n\nThe end\n", "utf-8")
    assert not any(block.hints for block in read(file)[0].blocks)


def test_a_mailbox_has_an_article_for_each_message_with_text(tmp_path: Path) -> None:
    file = tmp_path / "letters.mbox"
    letters = [
        message(html=PAGE),
        message(text=f"{MUD[0]}\n\n>From here it is a mile.", headers={**HEADERS, "Subject": "Second"}),
        message(text="", headers={**HEADERS, "Subject": "Empty"}),
    ]
    lines = [f"From news Fri Nov 20 2026\n{letter.as_bytes().decode()}\n\n" for letter in letters]
    file.write_text("".join(lines).replace("\r\n", "\n"), "utf-8")
    first, second = read(file)
    assert (texts(first), first.headline) == (["On mud", *MUD], "On mud")
    assert (texts(second), second.headline) == ([MUD[0], "From here it is a mile."], "Second")
    assert [script.headline for script in read_scripts([file]).scripts] == ["On mud", "Second"]


def test_a_message_of_a_mailbox_that_cannot_be_read_costs_only_itself() -> None:
    broken = f"From a\nSubject: B\nContent-Type: text/plain{';a' * 9000}\n\nHi\n\n"
    whole = f"From a\nSubject: On mud\n\n{TEXT}\n\n"
    (article,) = mail.parse_mbox(f"{broken}{whole}".encode())
    assert texts(article) == list(MUD)
    assert "message 1 is left out" in article.warnings[0]


def test_a_file_of_apple_mail_is_read_to_the_length_that_it_names() -> None:
    data = message(html=PAGE).as_bytes()
    assert texts(mail.parse_emlx(b"%d\n%b<?xml version='1.0'?><plist/>" % (len(data), data))) == ["On mud", *MUD]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.emlx", b"From: x\n\nHi", UnreadableArticleError),
        ("a.mbox", b"Subject: x\n\nHi", UnreadableArticleError),
        ("a.mbox", b"From a\nSubject: x\n\n", NoStoryError),
        ("a.eml", b"Subject: x\n\n", NoStoryError),
        ("a.eml", b"Content-Type: text/plain" + b";\n a=b" * 9000 + b"\n\nHi", UnreadableArticleError),
        ("a.eml", b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 90, UnreadableArticleError),
    ],
)
def test_a_file_that_is_no_message_or_exceeds_a_limit_is_an_error(
    name: str, data: bytes, error: type[Exception], tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(error, match=name):
        read(file)


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: " + b"=?utf-8?q?" * 200_000 + b"\n\nHi",
        b"From: " + b"((<a@" * 200_000 + b"\n\nHi",
        b"Subject: " + b"Re: " * 300_000 + b"\n\nHi",
        b"Content-Type: multipart/digest; boundary=x\n\n" + b"--x\n\nhi\n" * 30_000,
        b">" * 500_000 + b"\n\nHi",
    ],
    ids=["words", "sender", "replies", "parts", "quotes"],
)
def test_hostile_messages_cost_time_in_proportion_to_their_length(data: bytes) -> None:
    start = time.process_time()
    mail.parse_eml(data)
    assert time.process_time() - start < 5


def test_reply_marks_are_stripped_in_linear_time() -> None:
    assert forwarded.strip_reply_marks("Fwd: " * 100_000 + "On mud") == "On mud"
