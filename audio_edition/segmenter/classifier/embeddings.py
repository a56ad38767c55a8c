"""Static word vectors: the meaning of a block as a few numbers.

Each word is split into the pieces of a vocabulary (WordPiece: Schuster and Nakajima, "Japanese and Korean voice
search", 2012), and each piece has a fixed vector. tests/eval/make_vectors.py takes them from a sentence encoder, as
model2vec does: the encoder's output for the piece alone, reduced by principal components, and weighted down for
frequent pieces (Arora et al., "A simple but tough-to-beat baseline for sentence embeddings", 2017).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from audio_edition.segmenter.classifier.windows import FeatureMatrix

_MAX_WORDS, _FIRST, _LAST = 60, 6, 5
"""Words of a block that are looked at, and pieces at its beginning and its end that are averaged apart."""

_MAX_WORD_LENGTH = 40
_PART = re.compile(r"[^\W\d_]+|\d+")
_CACHE_SIZE = 2**15


@dataclass(frozen=True, kw_only=True)
class WordVectors:
    """The vocabulary, with a vector for each piece, shape (pieces, dimensions)."""

    pieces: dict[str, int]
    vectors: npt.NDArray[np.float32]

    def embed(self, texts: Sequence[Sequence[str]]) -> FeatureMatrix:
        """Return the averages of the vectors of each text: of all pieces, of the first, and of the last.

        The texts are given as their normalized words, see `Page.raw_tokens`.

        The result has shape (texts, 3 × dimensions); it is 0 for a text without a known piece.
        """
        size = self.vectors.shape[1]
        table = np.zeros((len(texts), 3 * size), np.float32)
        for row, words in zip(table, texts, strict=True):
            numbers = [number for word in words[:_MAX_WORDS] for number in _split(word)]
            if numbers:
                found = self.vectors[numbers]
                row[:size] = found.mean(axis=0)
                row[size : 2 * size] = found[:_FIRST].mean(axis=0)
                row[2 * size :] = found[-_LAST:].mean(axis=0)
        return table


@lru_cache(maxsize=_CACHE_SIZE)
def _split(word: str) -> tuple[int, ...]:
    """Return the numbers of the pieces of a word, the longest piece first; the rest is left out if none fits."""
    pieces = load_vectors().pieces
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if unicodedata.category(char) != "Mn")
    return tuple(number for part in _PART.findall(bare[:_MAX_WORD_LENGTH]) for number in _split_part(part, pieces))


def _split_part(part: str, pieces: dict[str, int]) -> list[int]:
    numbers: list[int] = []
    start = 0
    while start < len(part):
        prefix = "##" if start else ""
        ends = range(len(part), start, -1)
        end = next((end for end in ends if prefix + part[start:end] in pieces), None)
        if end is None:
            break
        numbers.append(pieces[prefix + part[start:end]])
        start = end
    return numbers


@cache
def load_vectors() -> WordVectors:
    """Return the word vectors of English."""
    with resources.as_file(resources.files(__package__) / "weights" / "vectors-english.npz") as file:
        data = np.load(file, allow_pickle=False)
        vectors = data["vectors"].astype(np.float32) * data["scale"]
        pieces = {piece: number for number, piece in enumerate(str(data["pieces"]).split("\n"))}
    return WordVectors(pieces=pieces, vectors=vectors)
