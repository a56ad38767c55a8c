"""Functions that the neural engines share: speed, clips of float sound, single-threaded models, fingerprints."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt

from audio_edition.errors import EngineError
from audio_edition.model import Clip

NOMINAL_RATE = 175
"""Words a minute, as counted in edition.toml, of a neural voice at its normal speed."""

JOINT_SECONDS = 0.15
"""Silence between the parts of a text that had to be split."""


def speed_factor(rate: int) -> float:
    """Return the speed for `rate` words a minute, where 1 is normal; limited to 0.5 to 2, as models are trained."""
    return min(2.0, max(0.5, rate / NOMINAL_RATE))


def make_clip(parts: Iterable[npt.NDArray[np.float32]], sample_rate: int, text: str) -> Clip:
    """Return one clip of float parts (full scale 1), with silence between. Raises EngineError if all are empty."""
    joint = np.zeros(round(JOINT_SECONDS * sample_rate), np.float32)
    sounds = [sound for part in parts if len(part) for sound in (part, joint)][:-1]
    if not sounds:
        raise EngineError(f"there is nothing to say in {text[:40]!r}")
    pcm = np.rint(np.clip(np.concatenate(sounds), -1, 1) * 32767).astype("<i2")
    return Clip(pcm=pcm.tobytes(), sample_rate=sample_rate)


def load_session(model: str) -> Any:
    """Load a model into onnxruntime on one thread: workers share the cores, and sums keep their order."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def package_versions(*packages: str) -> str:
    """Return the packages with their versions, for a fingerprint."""
    return ", ".join(f"{package} {version(package)}" for package in packages)
