"""A day as a language writes it, for the titles of an edition."""

from __future__ import annotations

from datetime import date

from audio_edition.verbaliser.line import EUROPEAN_LANGUAGES


def format_date(day: date, language: str) -> str:
    """21 November 2026, 21. November 2026, 21 de noviembre de 2026; ISO 8601 in a language without months here."""
    primary = language.split("-", maxsplit=1)[0].lower()
    if primary == "en":
        return f"{day.day} {day:%B %Y}"
    if primary not in EUROPEAN_LANGUAGES:
        return day.isoformat()
    from audio_edition.verbaliser.grammar.data import load_table

    data = load_table(primary)
    template: str = data["written_date"]
    return template.format(day=day.day, month=data["months"][day.month - 1], year=day.year)
