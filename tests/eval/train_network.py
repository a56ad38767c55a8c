"""Train the segmenter's neural network on feature matrices of whole pages, with PyTorch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from audio_edition.segmenter.classifier.network import DILATIONS, MAX_DEVIATION, Network

HIDDEN = 64
DROPOUT, LEARNING_RATE, WEIGHT_DECAY = 0.3, 2e-3, 1e-4
EPOCHS, PAGES_PER_BATCH, MAX_BATCH_ROWS = 6, 8, 6000
MIN_DEVIATION = 1e-4


@dataclass(frozen=True, eq=False, kw_only=True)
class LabelledRows:
    """The rows of a page in order: inputs, labels (1 for story) and the weight of each row in the loss."""

    features: npt.NDArray[np.float32]
    vectors: npt.NDArray[np.float32]
    labels: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float32]


class TorchNetwork(nn.Module):  # type: ignore[misc]  # torch is not installed where mypy runs
    """The network of audio_edition.segmenter.classifier.network, for training."""

    def __init__(self, features: int, vectors: int) -> None:
        super().__init__()
        width = 2 * HIDDEN
        self.features, self.vectors = nn.Linear(features, HIDDEN), nn.Linear(vectors, HIDDEN)
        self.layers = nn.ModuleList(nn.Conv1d(width, width, 3, padding=each, dilation=each) for each in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in DILATIONS)
        self.output = nn.Linear(2 * width, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, features: Tensor, vectors: Tensor, mask: Tensor) -> Tensor:
        """Return the log odds, shape (pages, rows), of inputs (pages, rows, …); `mask` is 0 for padding."""
        own = torch.cat(
            [
                functional.relu(self.features(self.dropout(features))),
                functional.relu(self.vectors(self.dropout(vectors))),
            ],
            dim=-1,
        )
        own = self.dropout(own)
        hidden = own
        for layer, norm in zip(self.layers, self.norms, strict=True):
            convolved = layer((norm(hidden) * mask[..., None]).transpose(1, 2)).transpose(1, 2)
            hidden = hidden + self.dropout(functional.relu(convolved))
        scores: Tensor = self.output(torch.cat([self.dropout(hidden), own], dim=-1)).squeeze(-1)
        return scores


def train_network(pages: Sequence[LabelledRows], seed: int) -> Network:
    """Return a network trained on pages."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    everything = np.concatenate([page.features for page in pages])
    mean, std = everything.mean(axis=0), everything.std(axis=0)
    std[std < MIN_DEVIATION] = 1
    scale = np.float32(np.concatenate([page.vectors for page in pages]).std())
    tensors = [_to_tensors(page, mean, std, scale) for page in pages]
    network = TorchNetwork(everything.shape[1], pages[0].vectors.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    epochs = [list(_make_batches(tensors, chance)) for _ in range(EPOCHS)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, LEARNING_RATE, total_steps=sum(map(len, epochs)) + 1, pct_start=0.15
    )
    network.train()
    for batch in (batch for epoch in epochs for batch in epoch):
        features, vectors, labels, weights, mask = _pad([tensors[at] for at in batch])
        losses = functional.binary_cross_entropy_with_logits(
            network(features, vectors, mask), labels, reduction="none"
        )
        loss = (losses * weights).sum() / len(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    trained = {name: value.numpy().astype(np.float32) for name, value in network.state_dict().items()}
    return Network(weights=trained | {"mean": mean, "std": std, "scale": np.array(scale)})


def _to_tensors(
    page: LabelledRows, mean: npt.NDArray[np.float32], std: npt.NDArray[np.float32], scale: np.float32
) -> tuple[Tensor, ...]:
    scaled = np.clip((page.features - mean) / std, -MAX_DEVIATION, MAX_DEVIATION)
    arrays = (scaled, page.vectors / scale, page.labels, page.weights)
    return tuple(torch.from_numpy(np.asarray(array, np.float32)) for array in arrays)


def _make_batches(pages: Sequence[tuple[Tensor, ...]], chance: np.random.Generator) -> Iterator[list[int]]:
    """Yield the numbers of the pages of each batch; pages of similar length share one, in random order."""
    lengths = np.array([len(page[0]) for page in pages])
    batches: list[list[int]] = [[]]
    for at in np.argsort(lengths * chance.uniform(0.8, 1.25, len(pages))).tolist():
        batch = batches[-1]
        if batch and (len(batch) >= PAGES_PER_BATCH or (len(batch) + 1) * lengths[at] > MAX_BATCH_ROWS):
            batches.append([])
        batches[-1].append(at)
    for number in chance.permutation(len(batches)):
        yield batches[number]


def _pad(pages: Sequence[tuple[Tensor, ...]]) -> tuple[Tensor, ...]:
    """Return the tensors of several pages with zeros behind the shorter ones, and the mask of real rows."""
    padded = [nn.utils.rnn.pad_sequence([page[at] for page in pages], batch_first=True) for at in range(4)]
    masks = [torch.ones(len(page[0])) for page in pages]
    return *padded, nn.utils.rnn.pad_sequence(masks, batch_first=True)
