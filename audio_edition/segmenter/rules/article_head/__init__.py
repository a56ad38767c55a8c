"""The head of an article: its headline, standfirst, bylines and dates, and the lines above them."""

from audio_edition.segmenter.rules.article_head.bylines import find_bylines_and_dates
from audio_edition.segmenter.rules.article_head.headline import find_headline
from audio_edition.segmenter.rules.article_head.standfirst import find_standfirst

__all__ = ["find_bylines_and_dates", "find_headline", "find_standfirst"]
