"""Fits the vectors of pieces and pairs to the teacher's embeddings, and writes the table.

A text's vector is the weighted mean of its pieces' vectors plus the mean of its pairs' vectors (`SentenceVector` in
FrontdeskMatching says the same). Both kinds of rows are the ridge solution of one least-squares problem.
"""

import collections
import hashlib
import re
import struct
import sys
import unicodedata

import numpy as np
import scipy.sparse as sparse

from teacher import END, START

DIMENSIONS = 128
PAIRS = 21000
TRIED_PAIRS = 70000
RIDGE = (0.3, 0.1)
MASK = (1 << 64) - 1

# What the tokenizer of FrontdeskMatching makes of contractions and chat spellings.
SUBJECTS = set(
    "what who where when why how which it that there here he she this everything something nothing anything "
    "someone everyone nobody".split()
)
SHORT = {
    line.split()[0]: line.split()[1:]
    for line in """aint is not|cannot can not|cant can not|wont will not|shant shall not|im i am|ive i have
youre you are|youve you have|youll you will|theyre they are|theyve they have|theyll they will|weve we have
its it is|itll it will|thats that is|theres there is|heres here is|whats what is|wheres where is|whos who is
whens when is|whys why is|hows how is|lets let us|yall you all|gonna going to|wanna want to|gotta got to
hafta have to|gimme give me|lemme let me|kinda kind of|sorta sort of|outta out of|dunno do not know|u you|ur your
pls please|plz please|plse please|thx thanks|thnx thanks|tnx thanks|thanx thanks|cuz because|coz because
tmrw tomorrow|tmr tomorrow|asap as soon as possible""".replace("\n", "|").split("|")
}
for verb in "do does did is are was were has have had could should would must need".split():
    SHORT[verb + "nt"] = [verb, "not"]
ENDINGS = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
NEGATED = {"won": ["will", "not"], "can": ["can", "not"], "shan": ["shall", "not"], "ain": ["is", "not"]}


def fold(text):
    text = unicodedata.normalize("NFKC", text).lower()
    text = text.replace("’", "'").replace("`", "'").replace("‘", "'")
    text = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in text if unicodedata.category(letter) != "Mn")


def words(text):
    found = []
    for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(text)):
        parts = word.split("'")
        if len(parts) == 1:
            found += SHORT.get(word, [word])
        elif len(parts) > 2:
            found.append("".join(parts))
        elif parts[1] == "s":
            if parts[0] == "let":
                found += ["let", "us"]
            else:
                found += [parts[0], "is"] if parts[0] in SUBJECTS else [parts[0]]
        elif parts[1] in ENDINGS:
            found += [parts[0], ENDINGS[parts[1]]]
        elif parts[1] == "t" and parts[0].endswith("n"):
            found += NEGATED.get(parts[0], [parts[0][:-1], "not"])
        else:
            found.append("".join(parts))
    return found


def piece_weights(smoothing=0.01):
    """a / (a + p): the vocabulary is sorted by frequency, and frequency falls as Zipf says."""
    rank = np.arange(30522) - 1995.0
    rank[rank < 1] = 400
    share = 1 / (rank + 2.7)
    share /= share[1996:].sum()
    weight = smoothing / (smoothing + share)
    weight[:999] = 0
    return weight.astype(np.float32)


def matrices(texts, weight, pairs):
    """How much of each piece and of each pair is in each text."""
    rows, columns, values = ([], []), ([], []), ([], [])
    for place, text in enumerate(texts):
        own = weight[text]
        rows[0].extend([place] * len(text))
        columns[0].extend(text)
        values[0].extend((own / (own.sum() + 1e-6)).tolist())
        edged = [START] + text + [END]
        for pair in zip(edged, edged[1:]):
            if pair in pairs:
                rows[1].append(place)
                columns[1].append(pairs[pair])
                values[1].append(1 / (len(text) + 1))
    return [
        sparse.csr_matrix(
            (np.array(values[side], np.float32), (rows[side], columns[side])), shape=(len(texts), width)
        )
        for side, width in enumerate((30522, len(pairs)))
    ]


def conjugate_gradients(matrix, target, ridge, steps):
    """Minimises |matrix X - target|^2 + sum of ridge X^2, all columns at once."""
    transposed = matrix.T.tocsr()
    solution = np.zeros((matrix.shape[1], target.shape[1]), np.float32)
    residual = transposed @ target
    scale = (1 / (np.asarray(matrix.multiply(matrix).sum(0)).ravel() + ridge))[:, None].astype(np.float32)
    step = residual * scale
    energy = (residual * step).sum(0)
    first = energy.copy()
    for _ in range(steps):
        image = transposed @ (matrix @ step) + ridge[:, None] * step
        length = energy / ((step * image).sum(0) + 1e-20)
        solution += length * step
        residual -= length * image
        scaled = residual * scale
        next_energy = (residual * scaled).sum(0)
        if (next_energy / first).max() < 1e-4:
            break
        step = scaled + next_energy / (energy + 1e-20) * step
        energy = next_energy
    return solution


def fit(texts, target, plain, pairs, steps):
    """The rows of pieces and of pairs; pieces start from the teacher's vectors of single words, mapped linearly."""
    weight = piece_weights()
    of_pieces, of_pairs = matrices(texts, weight, pairs)
    means = of_pieces @ plain
    gram = means.T @ means
    gram[np.diag_indices(384)] += 1e-3 * np.trace(gram) / 384
    start = (plain @ np.linalg.solve(gram, means.T @ target)).astype(np.float32)
    both = sparse.hstack([of_pieces, of_pairs]).tocsr()
    ridge = np.repeat(np.array(RIDGE, np.float32), (30522, len(pairs)))
    change = conjugate_gradients(both, target - of_pieces @ start, ridge, steps)
    return start + change[:30522], change[30522:]


def chosen_pairs(texts, target, plain):
    """Of the most frequent pairs those that change most texts most."""
    count = collections.Counter()
    spread = collections.Counter()
    for text in texts:
        edged = [START] + text + [END]
        count.update(zip(edged, edged[1:]))
        spread.update(set(zip(edged, edged[1:])))
    tried = sorted((pair for pair in spread if spread[pair] > 1), key=lambda pair: (-spread[pair], pair))
    tried = tried[:TRIED_PAIRS]
    _, rows = fit(texts, target, plain, {pair: place for place, pair in enumerate(tried)}, 12)
    gain = (rows * rows).sum(1) * np.array([count[pair] for pair in tried])
    best = np.argsort(-gain, kind="stable")[:PAIRS]
    return {tried[place]: number for number, place in enumerate(best)}


def mixed(value):
    value &= MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def key(value, seed):
    return mixed(value + seed * 0x9E3779B97F4A7C15) >> 32


def fnv(letters, start=0xCBF29CE484222325):
    for letter in letters:
        start = ((start ^ letter) * 0x100000001B3) & MASK
    return start


def slots(keys):
    size = 64
    while size < 2 * len(keys):
        size *= 2
    table = np.zeros(size, np.uint16)
    for number, one in enumerate(keys):
        slot = one & (size - 1)
        while table[slot]:
            slot = (slot + 1) & (size - 1)
        table[slot] = number + 1
    return table


def write(path, vocabulary, usable, pairs, rows_of_pieces, rows_of_pairs):
    numbers, keys = {}, []
    for piece in np.nonzero(usable)[0]:
        text = vocabulary[piece]
        inner = text.startswith("##")
        one = key(fnv(text[2:].encode(), fnv(b"#")) if inner else fnv(text.encode()), 7)
        keys.append(one)
        numbers[int(piece)] = len(numbers)
    numbers[START], numbers[END] = len(keys), len(keys) + 1
    pair_keys = [key(numbers[left] << 32 | numbers[right], 8) for left, right in pairs]
    assert len(set(keys)) == len(keys) and len(set(pair_keys)) == len(pair_keys)
    body = b""

    def append(array):
        nonlocal body
        body += struct.pack("<Q", array.size) + array.tobytes()
        body += b"\0" * (-len(body) % 8)

    def append_index(keys, rows):
        scale = (np.abs(rows).max(1) / 127 + 1e-12).astype(np.float32)
        append(slots(keys))
        append(np.array(keys, np.uint32))
        append(scale)
        append(np.round(rows / scale[:, None]).astype(np.int8).ravel())

    append(piece_weights()[usable])
    append_index(keys, rows_of_pieces[usable])
    append_index(pair_keys, rows_of_pairs)
    fingerprint = hashlib.sha256(body).digest()[:8]
    with open(path, "wb") as file:
        file.write(b"FDVT" + struct.pack("<IIIII", 1, DIMENSIONS, 0, 0, 0) + fingerprint + body)


def make(path, sentences, embeddings, plain, tokenizer):
    vocabulary = tokenizer.pieces
    usable = np.array([re.fullmatch(r"(##)?[a-z0-9]{1,18}", piece) is not None for piece in vocabulary])
    texts = [[piece for word in words(text) for piece in tokenizer.word(word)][:40] for text in sentences]
    texts = [[piece for piece in text if usable[piece]] for text in texts]
    kept = [place for place, text in enumerate(texts) if text]
    texts = [texts[place] for place in kept]
    target = embeddings[kept] - embeddings[kept].mean(0)
    _, axes = np.linalg.eigh(target.T @ target / len(target))
    target = np.ascontiguousarray(target @ axes[:, ::-1][:, :DIMENSIONS])
    pairs = chosen_pairs(texts, target, plain)
    of_pieces, of_pairs = fit(texts, target, plain, pairs, 20)
    write(path, vocabulary, usable, pairs, of_pieces, of_pairs)
    sys.stderr.write(f"{path}: {usable.sum()} pieces, {len(pairs)} pairs\n")
