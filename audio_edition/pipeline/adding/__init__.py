"""Addresses, feeds and files → articles in a folder: the one part of the pipeline that uses the network.

`audio_edition.pipeline` does not name it, so that no other command ever loads what fetches.
"""

from audio_edition.pipeline.adding.folder import Status
from audio_edition.pipeline.adding.run import Choice, Outcome, add

__all__ = ["Choice", "Outcome", "Status", "add"]
