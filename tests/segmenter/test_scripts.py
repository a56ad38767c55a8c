"""A story told in sixteen languages is spoken in full from every format, with chrome around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audio_edition.model import Article, Block, Script
from audio_edition.readers import read
from audio_edition.segmenter import segment
from audio_edition.segmenter.dates import find_date, is_date_line
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import load_phrases, normalize_line
from tests.languages.test_words import NO_BLANKS, STORIES

ENGLISH_CHROME = {
    "menu": ("News", "Sport", "Weather"),
    "share": ("Share", "Facebook"),
    "related": "Related",
    "copyright": "© 2026 River Post. All rights reserved.",
}
CHROME: dict[str, dict[str, Any]] = {
    "ja": {
        "menu": ("ニュース一覧", "スポーツ", "文化"),
        "share": ("シェア", "記事を保存する"),
        "related": "関連記事",
        "copyright": "© 2026 河口新報 無断転載を禁じます",
    },
    "zh-CN": {
        "menu": ("首页", "新闻", "体育"),
        "share": ("分享到微信", "收藏"),
        "related": "相关阅读",
        "copyright": "版权所有，未经授权不得转载",
    },
    "zh-Hant": {
        "menu": ("首頁", "新聞", "體育"),
        "share": ("分享", "列印"),
        "related": "延伸閱讀",
        "copyright": "著作權所有，請勿轉載",
    },
    "ko": {
        "menu": ("홈", "뉴스", "스포츠"),
        "share": ("공유하기", "기사 저장"),
        "related": "관련 기사",
        "copyright": "무단 전재 및 재배포 금지",
    },
    "th": {
        "menu": ("หน้าแรก", "ข่าว", "กีฬา"),
        "share": ("แชร์", "คัดลอกลิงก์"),
        "related": "ข่าวที่เกี่ยวข้อง",
        "copyright": "สงวนลิขสิทธิ์ © 2569",
    },
}


def html_page(language: str, chrome: dict[str, Any]) -> str:
    story = STORIES[language]
    menu = "".join(f'<li><a href="/{item}">{item}</a></li>' for item in chrome["menu"])
    share = "".join(f'<a href="#">{item}</a> ' for item in chrome["share"])
    teasers = "".join(f'<li><a href="/t">{teaser}</a></li>' for teaser in teasers_of(language))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{story["headline"]} | River'
        f' Post</title></head><body><div><a href="/">River Post</a><ul>{menu}</ul></div><div>'
        f"<h1>{story['headline']}</h1><div>{share}</div>{''.join(f'<p>{p}</p>' for p in story['paragraphs'])}</div>"
        f"<div><h3>{chrome['related']}</h3><ul>{teasers}</ul></div><p>{chrome['copyright']}</p></body></html>"
    )


def plain_text(language: str, chrome: dict[str, Any]) -> str:
    story = STORIES[language]
    return "\n".join(
        [
            *chrome["menu"],
            story["headline"],
            *chrome["share"],
            *story["paragraphs"],
            chrome["related"],
            *teasers_of(language),
            chrome["copyright"],
        ]
    )


def markdown(language: str, chrome: dict[str, Any]) -> str:
    story = STORIES[language]
    menu = " ".join(f"[{item}](/{number})" for number, item in enumerate(chrome["menu"]))
    teasers = "\n".join(f"- [{teaser}](/t)" for teaser in teasers_of(language))
    paragraphs = "\n\n".join(story["paragraphs"])
    return f"{menu}\n\n# {story['headline']}\n\n{paragraphs}\n\n## {chrome['related']}\n\n{teasers}\n"


def teasers_of(language: str) -> tuple[str, ...]:
    """Return the beginnings of two paragraphs, which look like headlines of other stories."""
    return tuple(paragraph[:18].strip() for paragraph in STORIES[language]["paragraphs"][1:3])


FORMATS = {".html": html_page, ".txt": plain_text, ".md": markdown}


def segment_text(text: str, file: Path) -> Script:
    file.write_text(text, encoding="utf-8")
    return segment(read(file)[0])


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("language", "chrome"),
    [*((language, ENGLISH_CHROME) for language in STORIES), *CHROME.items()],
    ids=[*STORIES, *(f"{language}-own" for language in CHROME)],
)
def test_exactly_the_story_is_spoken(language: str, chrome: dict[str, Any], suffix: str, tmp_path: Path) -> None:
    script = segment_text(FORMATS[suffix](language, chrome), tmp_path / f"page{suffix}")
    spoken = {paragraph.text for paragraph in script.paragraphs}
    assert spoken >= set(STORIES[language]["paragraphs"])
    assert not spoken & {*chrome["share"], chrome["related"], chrome["copyright"], *teasers_of(language)}
    if suffix == ".html":
        assert script.headline == STORIES[language]["headline"]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("language", NO_BLANKS)
def test_a_text_without_chrome_has_its_headline(language: str, suffix: str, tmp_path: Path) -> None:
    story = STORIES[language]
    lines = [f"{'# ' if suffix == '.md' else ''}{story['headline']}", *story["paragraphs"]]
    script = segment_text("\n\n".join(lines), tmp_path / f"page{suffix}")
    assert script.headline == story["headline"]
    assert [paragraph.text for paragraph in script.narrative] == story["paragraphs"]


def test_the_language_of_a_page_is_found_by_its_letters(tmp_path: Path) -> None:
    for language in ("ja", "th", "ko", "el", "he"):
        text = "\n\n".join(STORIES[language]["paragraphs"])
        assert segment_text(text, tmp_path / f"{language}.txt").language == language


def test_readings_above_characters_are_not_spoken(tmp_path: Path) -> None:
    reading = "<ruby>土曜日<rp>（</rp><rt>どようび</rt><rp>）</rp></ruby>"
    page = html_page("ja", ENGLISH_CHROME).replace("土曜日", reading)
    assert page.count("<rt>") == 1
    script = segment_text(page, tmp_path / "page.html")
    assert [paragraph.text for paragraph in script.narrative] == STORIES["ja"]["paragraphs"]


def test_short_lines_of_a_conversation_are_spoken(tmp_path: Path) -> None:
    first, second, *rest = STORIES["ja"]["paragraphs"]
    story = [first, "「寂しいね」", "男はそう言った。", second, *rest]
    page = html_page("ja", CHROME["ja"]).replace(f"</p><p>{second}", "</p><p>" + "</p><p>".join(story[1:4]))
    script = segment_text(page, tmp_path / "page.html")
    assert [paragraph.text for paragraph in script.narrative] == story


def test_a_pull_quote_without_blanks_is_found(tmp_path: Path) -> None:
    quote = "「岸に誰かを残したことは一度もない」"
    page = html_page("ja", CHROME["ja"]).replace("</p><p>来月", f"</p><blockquote>{quote}</blockquote><p>来月")
    script = segment_text(page, tmp_path / "page.html")
    assert {drop.text: drop.rule for drop in script.dropped}[quote] == "pull quote or caption: repeats the story"


@pytest.mark.parametrize("language", ["ru", "el", "ko"])
def test_a_language_without_a_folder_has_the_words_that_its_page_uses_most(language: str) -> None:
    words = {"ru": "и в на что он", "el": "το και να που στο", "ko": "그리고 이 그 배가 강을"}[language].split()
    lines = tuple(Block(text=" ".join(words * 4)) for _ in range(3))
    page = Page(Article(id="a", source="a", blocks=lines, language=language))
    assert not page.is_language_known
    assert page.function_words == set(words)


def test_a_page_without_paragraphs_is_in_the_language_that_it_declares() -> None:
    page = Page(Article(id="a", source="a", blocks=(Block(text="Mehr"),), language="de"))
    assert page.is_language_known
    assert page.language == "de"


DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "line",
    [
        *("2026年11月22日", "2026年11月22日 午後3時15分 更新", "更新：2026年11月22日 18:30", "令和8年11月22日"),
        *("公開日時 2026年11月22日 更新日時 2026年11月23日", "2026年11月22日(日) 7:00", "２０２６年１１月２２日"),
        *("民國115年11月22日", "2026-11-22 10:30 来源：河口新闻网 作者：王小明", "发布时间：2026-11-22 10:00"),
        *("입력 2026.11.22 10:30 수정 2026.11.22 11:00", "2026년 11월 22일 오전 10시 30분", "2026. 11. 22."),
        *("22 พฤศจิกายน 2569", "วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ. 2569 เวลา 10:30 น.", "22 พ.ย. 2569 | 10.30 น."),
    ],
)
def test_dates_of_pages_without_a_folder_are_found(line: str) -> None:
    assert is_date_line(line)
    assert is_date_line(line, "de")
    assert find_date(line) == DAY


@pytest.mark.parametrize("line", ["3時間前", "3小时前", "3 시간 전", "5 ชั่วโมงที่แล้ว"])
def test_the_age_of_a_story_is_a_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        *("2026年11月22日，两岸的居民都来到水边。", "2026-11-22 两岸居民来到水边", "22日", "10月の川"),
        *("2026년 11월 22일 강가에서 열린 모임", "บทเรียนจากปี 2569 ของชาวนา", "1.234.567 Menschen", "2569"),
        *("VIDEO03:45", "Vers 2026.4.1.2"),
    ],
)
def test_a_line_with_a_date_and_more_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("記者 王小明／台北報導", "王小明／台北報導"),
        ("作者：王小明", "王小明"),
        ("文／王小明", "王小明"),
        ("本报记者 王小明 李四", "本报记者 王小明 李四"),
        ("山田太郎記者", "山田太郎記者"),
        ("文・写真：山田太郎", "山田太郎"),
        ("홍길동 기자 hong@kanal.example", "홍길동 기자 hong@kanal.example"),
        ("โดย สมชาย ใจดี", "สมชาย ใจดี"),
        ("ผู้เขียน: สมชาย ใจดี", "สมชาย ใจดี"),
    ],
)
def test_a_byline_is_recognized(line: str, byline: str) -> None:
    language = "th" if "โ" in line or "ผ" in line else "zh-CN"
    lines = (STORIES[language]["headline"], line, *STORIES[language]["paragraphs"])
    script = segment(Article(id="a", source="a", blocks=tuple(Block(text=text) for text in lines)))
    assert script.byline == byline
    assert line in {drop.text for drop in script.dropped}


@pytest.mark.parametrize(
    "sentence",
    [
        *("記者は何も知らないと言った。", "文は人なり", "元新聞記者", "共有地の悲劇", "無断転載の問題は難しい。"),
        *("记者说他不知道。", "记者王小明在现场看到，河水已经上涨。", "分享是一种美德。", "更多的人来到水边。"),
        *("그는 기자였다.", "공유 경제의 미래", "홈에서 졌다", "▲ 첫째, 배를 남긴다."),
        *("โดยเฉพาะอย่างยิ่งในช่วงฤดูฝน", "ปิดสะพานเก่า", "ข่าวลือเรื่องเรือ", "เรื่องของเรือลำหนึ่ง"),
    ],
)
def test_sentences_of_a_story_match_no_phrase(sentence: str) -> None:
    phrases, line = load_phrases("en"), normalize_line(sentence)
    assert [each.find_rule(line) for each in (phrases.chrome, phrases.end, phrases.byline)] == [None] * 3
