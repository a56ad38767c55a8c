"""articles/ → output/: what an issue is, who reads it, and what a build made; one stage a line.

The package can be called: `audio_edition.build(…)` is `audio_edition.build.stages.build(…)`. The library's function
and this package have the same name, and importing any module of the package would hide the function.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _CallablePackage(ModuleType):
    """A package that is also the function `build`; the heavy imports wait until it is called."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from audio_edition.build.stages import build

        return build(*args, **kwargs)


sys.modules[__name__].__class__ = _CallablePackage
