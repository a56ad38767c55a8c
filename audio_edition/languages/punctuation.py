"""The punctuation marks of all scripts that tell how a text ends."""

from typing import Final

FULL_STOPS: Final = ".!?…。！？．｡‥⋯︒।॥؟۔።፧፨։។៕။།༎᠃᠉෴꯫꧉᱾᱿՜՞\u037e‼⁇⁈⁉"
"""Marks that end a sentence: those of Latin, Greek (U+037E) and Cyrillic, of Chinese and Japanese, Devanagari and
Bengali, Arabic and Urdu, Ethiopic, Armenian, Khmer, Burmese, Tibetan, Mongolian and others. Thai has none."""

PAUSE_MARKS: Final = ":;,、，：；､،؛፣፤፥፦៖၊་"
"""Marks inside a sentence, behind which it goes on."""

CLOSING_MARKS: Final = "\"'”’“‘«»‹›)]」』）》】〕〉］｝〗〙〟｣"
"""Marks that may follow the last stop. German closes quotations with “ and ‘, others with either guillemet."""
