"""What the neural engines have in common: float sound → a clip, and threads that do not multiply."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt

from audio_edition.errors import EngineError
from audio_edition.model import Clip

NOMINAL_RATE = 175
"""Words a minute, as edition.toml counts them, of a neural voice at its own pace."""

JOINT_SECONDS = 0.15
"""Silence between the parts of a text that had to be spoken in several."""


def speed_factor(rate: int) -> float:
    """How many times faster than its own pace a voice must be; models are trained for half to twice."""
    return min(2.0, max(0.5, rate / NOMINAL_RATE))


def make_clip(parts: Iterable[npt.NDArray[np.float32]], sample_rate: int, text: str) -> Clip:
    """The parts one after another. Raises EngineError if there is nothing."""
    joint = np.zeros(round(JOINT_SECONDS * sample_rate), np.float32)
    sounds = [sound for part in parts if len(part) for sound in (part, joint)][:-1]
    if not sounds:
        raise EngineError(f"there is nothing to say in {text[:40]!r}")
    pcm = np.rint(np.clip(np.concatenate(sounds), -1, 1) * 32767).astype("<i2")
    return Clip(pcm=pcm.tobytes(), sample_rate=sample_rate)


def load_session(model: str) -> Any:
    """A model loaded by onnxruntime on one thread: several workers share the cores, and sums keep their order."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def package_versions(*packages: str) -> str:
    """The packages with their versions, as a fingerprint has them."""
    return ", ".join(f"{package} {version(package)}" for package in packages)
