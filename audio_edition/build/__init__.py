"""Builds an edition: articles → issue → voices → recorded passages → episodes → published folder.

The package can be called: `audio_edition.build(…)` is `audio_edition.build.edition.build_edition(…)`. The library's
function and this package have the same name, and importing any module of the package would hide the function.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _CallablePackage(ModuleType):
    """A package that is also the function `build`; the heavy imports wait until it is called."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from audio_edition.build.edition import build_edition

        return build_edition(*args, **kwargs)


sys.modules[__name__].__class__ = _CallablePackage
