"""All errors that are raised on purpose, each with an exit code and a hint for the user.

AudioEditionError                1   the base class; raised itself, it is a bug
├── ConfigError                  2   the command line or edition.toml asks for something impossible
├── ArticleError                 3   an article cannot be read
│   ├── UnreadableArticleError       missing, not permitted, or no text
│   ├── FetchError                   an address gave no page and no feed
│   └── NoStoryError                 read, but without a story
├── EngineError                  4   speech failed
│   ├── EngineNotFoundError          not installed, or its extra is missing
│   ├── VoiceNotFoundError           the engine has no such voice
│   ├── DownloadError                a voice could not be fetched, or failed verification
│   ├── EngineCrashError             its process died
│   ├── EngineTimeoutError           it did not answer in time
│   ├── ClusterError                 no scheduler, no workers, or workers with other versions
│   └── BadClipError                 the sound is silent, too short or too long
├── AudioError                   5   sound could not be stitched, encoded or tagged
├── PublishError                 6   the edition could not be written, is in use, or fails its check
└── IncompleteEditionError       7   published without the articles that it names
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


class AudioEditionError(Exception):
    """Base class. `str(error)` says what is wrong and where, `hint` what to do; `exit_code` ends the process."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the hint when the error is pickled (BaseException drops keyword arguments)."""
        return _rebuild, (type(self), str(self), self.hint)


def _rebuild(kind: type[AudioEditionError], message: str, hint: str) -> AudioEditionError:
    return kind(message, hint=hint)


class ConfigError(AudioEditionError):
    """The command line or edition.toml asks for something impossible."""

    exit_code = 2


class ArticleError(AudioEditionError):
    """An article cannot be read."""

    exit_code = 3


class UnreadableArticleError(ArticleError):
    """The file is not there, may not be opened, or is not text."""


class FetchError(ArticleError):
    """An address gave no page and no feed: unreachable, forbidden, gone, too large, or something else."""


class NoStoryError(ArticleError):
    """The file was read, but contains no story."""


class EngineError(AudioEditionError):
    """Speech failed."""

    exit_code = 4


class EngineNotFoundError(EngineError):
    """No engine of that name is installed here, or its extra is missing."""


class VoiceNotFoundError(EngineError):
    """The engine has no voice of that name or language."""


class DownloadError(EngineError):
    """A voice could not be fetched, failed verification, or could not be written."""


class EngineCrashError(EngineError):
    """The engine's process died."""


class EngineTimeoutError(EngineError):
    """The engine did not answer within its time limit."""


class ClusterError(EngineError):
    """There is no scheduler, it has no workers, or their versions would make other sound than this machine."""


class BadClipError(EngineError):
    """The engine answered, but not with plausible speech for the text."""


class AudioError(AudioEditionError):
    """Sound could not be stitched, encoded or tagged."""

    exit_code = 5


class PublishError(AudioEditionError):
    """The edition could not be written, is in use by another build, or fails its check."""

    exit_code = 6


class IncompleteEditionError(AudioEditionError):
    """The edition is published, but some articles are missing from it."""

    exit_code = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that is missing from an edition, and the error that explains it."""

    id: str
    source: str
    error: AudioEditionError

    @property
    def reason(self) -> str:
        """The message of the error, which names the source of the article."""
        message = str(self.error)
        return message if self.source in message else f"{self.source}: {message}"
