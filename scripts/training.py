"""What the training scripts share: tables of weights, tagged sentences, headlines made from sentences."""

import struct
import subprocess

# Left out of headlines, and written small in title case.
ARTICLES = {"a", "an", "the"}
COPULAS = {"is", "are", "was", "were"}
SMALL = ARTICLES | {"and", "or", "but", "nor", "of", "in", "on", "at", "by", "for", "to", "from", "as", "with", "into", "over", "per", "via", "vs"}

MAGIC = b"aloudwt1"
MOST_PAIRS = 255


def feature_hash(feature):
    """As WeightTable::hash has it (src/language/parts_of_speech/weight_table.cpp)."""
    value = 2166136261
    for byte in feature.encode("utf-8", "surrogateescape"):  # endings may cut a character
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
    return value ^ (value >> 16)


def in_units(weight, units):
    """A weight as the table has it, in units."""
    return max(-127, min(127, int(round(weight * units))))


def pack_table(labels, weights, units):
    """The bytes of docs/formats/weights.md. `weights`: feature → {label: weight}; `units` in 1.0. Weights that round to 0 go."""
    entries = {}
    for feature in sorted(weights):
        pairs = {label: in_units(weights[feature][label], units) for label in sorted(weights[feature])}
        pairs = {label: pair for label, pair in pairs.items() if pair}
        if pairs:
            entries.setdefault(feature_hash(feature), pairs)  # of two with one hash, the first
    bits = max(0, min(20, (max(1, len(entries)) // 8).bit_length()))
    buckets = [bytearray() for _ in range(1 << bits)]
    for value in sorted(entries):
        pairs = list(entries[value].items())[:MOST_PAIRS]
        bucket = buckets[value >> (32 - bits) if bits else 0]
        bucket += struct.pack("<I", value)[:3] + bytes([len(pairs)])
        for label, pair in pairs:
            bucket += struct.pack("<Bb", label, pair)
    head = MAGIC + struct.pack("<BBH", bits, len(labels), units)
    for label in labels:
        head += bytes([len(label)]) + label.encode()
    begins, at = [], 0
    for bucket in buckets:
        begins.append(at)
        at += len(bucket)
    return head + struct.pack("<%dI" % (len(begins) + 1), *begins, at) + b"".join(bytes(one) for one in buckets), len(entries)


def ask(program, mode, text):
    """The lines that training_features prints for `text`."""
    return subprocess.run([program, mode], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "surrogateescape").split("\n")


def read_tagged(path):
    """The sentences of en-ewt-train.tsv: lists of (word, Penn tag, universal tag)."""
    sentences, sentence = [], []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("# ") and not sentence:
            continue
        if len(fields) == 3:
            sentence.append(tuple(fields))
        elif sentence:
            sentences.append(sentence)
            sentence = []
    if sentence:
        sentences.append(sentence)
    return sentences


def headline(words, keep=None):
    """Which of `words` a headline keeps, as (index, as title case has it); the word at `keep` stays."""
    kept = [i for i, word in enumerate(words) if i == keep or word.lower() not in ARTICLES | COPULAS]
    while kept and kept[-1] != keep and words[kept[-1]] in {".", "!"}:
        kept.pop()
    result = []
    for place, i in enumerate(kept):
        small = place > 0 and words[i].lower() in SMALL and i != keep
        result.append((i, words[i] if small else words[i][:1].upper() + words[i][1:]))
    return result
