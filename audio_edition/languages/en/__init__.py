"""English. Its spoken form has rules of its own, `verbaliser/english`, over the tables in `spoken/`."""

from typing import ClassVar, Final

from audio_edition.languages.language import Language


class English(Language):
    """English with the rules of `verbaliser/english`."""

    rule_package: ClassVar[str] = "english"


LANGUAGE: Final = English("en")
