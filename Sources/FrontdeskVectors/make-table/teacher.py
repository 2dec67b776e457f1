"""The sentence model all-MiniLM-L6-v2 in numpy: its tokenizer, and a text's embedding of length one."""

import json
import re
import struct
import unicodedata

import numpy as np

START, END, UNKNOWN = 101, 102, 100


def weights(path):
    """The tensors of a safetensors file."""
    data = open(path, "rb").read()
    size = struct.unpack("<Q", data[:8])[0]
    tensors = {}
    for name, about in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and about["dtype"] == "F32":
            first, last = about["data_offsets"]
            stretch = data[8 + size + first : 8 + size + last]
            tensors[name] = np.frombuffer(stretch, dtype=np.float32).reshape(about["shape"])
    return tensors


class Tokenizer:
    """WordPiece: always the longest piece that the vocabulary has."""

    def __init__(self, folder):
        lines = open(folder + "/vocab.txt", encoding="utf8")
        self.pieces = [line.rstrip("\n") for line in lines]
        self.numbers = {piece: number for number, piece in enumerate(self.pieces)}
        self.known = {}

    def word(self, word):
        if word not in self.known:
            self.known[word] = self.split(word)
        return self.known[word]

    def split(self, word):
        found, start = [], 0
        if len(word) > 100:
            return [UNKNOWN]
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in self.numbers:
                end -= 1
            if end == start:
                return [UNKNOWN]
            found.append(self.numbers[("##" if start else "") + word[start:end]])
            start = end
        return found

    def __call__(self, text):
        text = unicodedata.normalize("NFD", text.lower())
        text = "".join(letter for letter in text if unicodedata.category(letter) != "Mn")
        return [piece for word in re.findall(r"[^\W_]+|[^\w\s]|_", text) for piece in self.word(word)]


class Teacher:
    def __init__(self, folder):
        self.w = weights(folder + "/model.safetensors")

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.w[name + ".weight"] + self.w[name + ".bias"]

    def hidden(self, pieces):
        """The last layer's states for texts of equal length."""
        w, (count, length) = self.w, pieces.shape
        x = w["embeddings.word_embeddings.weight"][pieces]
        x = x + w["embeddings.position_embeddings.weight"][:length]
        x = x + w["embeddings.token_type_embeddings.weight"][0]
        x = self.norm(x, "embeddings.LayerNorm").reshape(count * length, 384)
        for layer in range(6):
            p = f"encoder.layer.{layer}."

            def linear(y, name):
                return y @ w[p + name + ".weight"].T + w[p + name + ".bias"]

            def heads(y):
                return y.reshape(count, length, 12, 32).transpose(0, 2, 1, 3)

            query, key, value = (
                heads(linear(x, "attention.self." + name)) for name in ("query", "key", "value")
            )
            share = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(32))
            share = np.exp(share - share.max(-1, keepdims=True))
            share /= share.sum(-1, keepdims=True)
            context = (share @ value).transpose(0, 2, 1, 3).reshape(count * length, 384)
            x = x + linear(context, "attention.output.dense")
            x = self.norm(x, p + "attention.output.LayerNorm")
            inner = linear(x, "intermediate.dense")
            cube = np.float32(0.7978845608) * (inner + np.float32(0.044715) * inner * inner * inner)
            inner = inner * np.float32(0.5) * (1 + np.tanh(cube))
            x = self.norm(x + linear(inner, "output.dense"), p + "output.LayerNorm")
        return x.reshape(count, length, 384)

    def embed(self, texts, batch=2048):
        """The embeddings of tokenized texts; texts of equal length go together."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        result = np.zeros((len(texts), 384), np.float32)
        start = 0
        while start < len(order):
            length, end = len(texts[order[start]]), start + 1
            while (
                end < len(order)
                and len(texts[order[end]]) == length
                and (end - start + 1) * (length + 2) <= batch
            ):
                end += 1
            pieces = np.array([[START] + texts[place] + [END] for place in order[start:end]])
            mean = self.hidden(pieces).mean(1)
            result[order[start:end]] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
            start = end
        return result

    def words(self):
        """For each piece by itself the mean of its three states: [CLS] piece [SEP]."""
        result = np.zeros((30522, 384), np.float32)
        for start in range(0, 30522, 1024):
            pieces = np.arange(start, min(start + 1024, 30522))
            edge = np.ones_like(pieces)
            texts = np.stack([START * edge, pieces, END * edge], 1)
            result[pieces] = self.hidden(texts).mean(1)
        return result / (np.linalg.norm(result, axis=1, keepdims=True) + 1e-9)
