"""The encoder in PyTorch, for training only: MiniLM's layers in two halves, each with its heads.

LOWER: embeddings and the first layers; heads for the words' tags and certainty, and for the sentence. UPPER: the other
layers, over LOWER's hidden states with a target marked; a head for how the target is written about.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

WIDTH = 384
HEADS = 12
LAYERS = 6
SPLIT = 3
"""How many layers LOWER has."""
TAGS = 3
SENTENCE = 2
POLARITIES = 3


class Layer(nn.Module):
    """One transformer layer of BERT's kind (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.after_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after_all = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        split = (rows, length, HEADS, WIDTH // HEADS)
        q, k, v = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        weights = torch.softmax(q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + bias, dim=-1)
        mixed = (self.dropout(weights) @ v).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.after_attention(x + self.dropout(self.out(mixed)))
        return self.after_all(x + self.dropout(self.narrow(F.gelu(self.wide(x)))))


def _bias(mask: Tensor) -> Tensor:
    """What is added to attention's scores so that padding is not seen. `mask` (rows, length): 1 where there is text."""
    return (1.0 - mask)[:, None, None, :] * -10000.0


def _mean(x: Tensor, mask: Tensor) -> Tensor:
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1.0)


class Lower(nn.Module):
    """Word pieces → hidden states, tag probabilities, certainty in [-3, 3], sentence probabilities."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(SPLIT))
        self.tags, self.certainty = nn.Linear(WIDTH, TAGS), nn.Linear(WIDTH, 1)
        self.sentence = nn.Sequential(nn.Linear(2 * WIDTH, 128), nn.GELU(), nn.Linear(128, SENTENCE))

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.places(places)[None] + self.kind))
        bias = _bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def heads(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of tags (rows, length, 3), certainty (rows, length), logits of the sentence (rows, 2)."""
        whole = torch.cat([x[:, 0], _mean(x, mask)], dim=-1)
        return self.tags(x), 3.0 * torch.tanh(self.certainty(x).squeeze(-1)), self.sentence(self.dropout(whole))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        x = self.states(ids, mask)
        tags, certainty, sentence = self.heads(x, mask)
        return x, torch.sigmoid(tags), certainty, torch.sigmoid(sentence)


class Upper(nn.Module):
    """LOWER's hidden states, and which pieces are the target → logits of negative, neutral, positive."""

    def __init__(self) -> None:
        super().__init__()
        self.marked = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - SPLIT))
        self.dropout = nn.Dropout(0.1)
        self.polarity = nn.Sequential(nn.Linear(3 * WIDTH, 128), nn.GELU(), nn.Linear(128, POLARITIES))

    def logits(self, hidden: Tensor, mask: Tensor, target: Tensor) -> Tensor:
        x = hidden + target[:, :, None] * self.marked
        bias = _bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        pooled = torch.cat([x[:, 0], _mean(x, mask), _mean(x, target)], dim=-1)
        out: Tensor = self.polarity(self.dropout(pooled))
        return out

    def forward(self, hidden: Tensor, mask: Tensor, target: Tensor) -> Tensor:
        return torch.softmax(self.logits(hidden, mask, target), dim=-1)


_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "after_attention": "attention.output.LayerNorm",
    "wide": "intermediate.dense", "narrow": "output.dense", "after_all": "output.LayerNorm",
}  # fmt: skip


def pretrained(file: Path) -> tuple[Lower, Upper]:
    """The two halves with MiniLM's weights, heads untrained. `file`: its safetensors."""
    weights = load_file(str(file))
    words = weights["embeddings.word_embeddings.weight"]
    lower, upper = Lower(len(words)), Upper()
    with torch.no_grad():
        lower.words.weight.copy_(words)
        lower.places.weight.copy_(weights["embeddings.position_embeddings.weight"])
        lower.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        _fill(lower.norm, weights, "embeddings.LayerNorm")
        for k, layer in enumerate([*lower.layers, *upper.layers]):
            for ours, theirs in _NAMES.items():
                _fill(getattr(layer, ours), weights, f"encoder.layer.{k}.{theirs}")
        upper.marked.normal_(0.0, 0.02)
    return lower, upper


def _fill(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])  # type: ignore[operator, union-attr]
    module.bias.copy_(weights[f"{name}.bias"])  # type: ignore[operator, union-attr]
