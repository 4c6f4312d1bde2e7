#!/usr/bin/env python3
"""Trains the model that decides how heteronyms are said: logistic regression, weights of a pattern's family and of each word.

    scripts/train-heteronyms.py DATA PROGRAM [-o FILE] [--measure] [--errors FILE] [--passes N]

DATA is the folder with homographs/train.tsv (word, reading, first byte, byte behind the last, sentence; Apache-2.0) and
parts-of-speech/en-ewt-train.tsv (CC BY-SA 4.0). Sentences of our own are learned from besides: those beside the weights, and
tests/language/pronunciation/heteronym_cases/en.txt. PROGRAM is the built training_features, with the tagger's weights in it.
Writes FILE (src/language/weights/en-heteronyms.weights), the same bytes for the same data. --measure trains without every tenth
sentence of each word and reading, and tells how many of those are right; --errors writes the wrong ones.
"""

import argparse
import math
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import training  # noqa: E402

# The readings of the data whose names do not end in what ours are called.
READINGS = {
    "affect_nou-psy": "noun", "affect": "verb", "aged_adj": "old", "aged": "years", "analyses_nou": "things",
    "august_adj": "noble", "august": "month", "axes_nou": "lines", "axes_nou-vrb": "tools", "bass": "music", "bass_corp": "fish",
    "blessed_adj": "holy", "blessed_vrb": "past", "bologna_geo": "city", "bologna": "meat", "bow_nou-knot": "weapon",
    "bow_nou-ship": "bend", "buffet_nou": "meal", "buffet_vrb": "strike", "celtic_adj-nou-sports": "team", "celtic": "people",
    "compress": "verb", "content_adj-nou-vrb": "content", "diagnoses_nou": "things", "dove": "bird", "dove_vrb": "dived",
    "expose_nou": "report", "expose_vrb": "reveal", "isolate": "verb", "jesus": "christ", "jesus_es": "spanish",
    "job_bible": "prophet", "job": "work", "lead_nou": "metal", "lead_nou-vrb": "guide", "learned_adj": "scholarly",
    "correlate_nou-vrb": "verb", "intrigue_nou-vrb": "verb", "mate_nou": "tea", "mate": "friend", "minute_adj": "small",
    "minute": "time", "mobile": "moving", "mobile_geo": "town", "mobile_nou-art": "town", "moped_nou": "vehicle",
    "moped_vrb": "sulked", "pasty_adj": "pale", "pasty_nou": "pie", "polish_geo": "poland", "polish": "shine",
    "ravel_nam": "composer", "ravel_nou": "untangle", "read_past": "past", "read_present": "present", "reading_en": "activity",
    "reading_geo": "town", "recount_nou": "noun", "rerelease": "noun", "resume_nou": "summary", "resume_vrb": "again",
    "rodeo_geo": "street", "rodeo": "contest", "row_1": "line", "row_2": "quarrel", "sake_jp": "drink", "sake": "purpose",
    "sow_nou": "pig", "sow": "seed", "tear_nou": "eye", "tear_vrb": "rip", "transform": "verb", "wind_nou": "air",
    "wind_vrb": "turn", "winds_nou": "air", "winds_vrb": "turn", "wound_nou-vrb": "injury", "wound_vrb": "turned",
}
# Labelled by another convention than dictionaries have: "was upset" as the noun is said.
LEFT_OUT = {"upset"}

# What tags tell of the readings of patterns, for the sentences of the treebank: Penn tag → reading.
NOUN_VERB = {"NN": "noun", "JJ": "noun", "NNP": "noun", "VB": "verb", "VBP": "verb"}
NOUN_VERB_S = {"NNS": "noun", "NNPS": "noun", "VBZ": "verb"}
ADJECTIVE_VERB = {"NN": "adjective", "JJ": "adjective", "RB": "adjective", "VB": "verb", "VBP": "verb"}
BY_TAG = {
    "noun-verb": NOUN_VERB, "use": NOUN_VERB, "subject": NOUN_VERB, "noun-verb-s": NOUN_VERB_S, "noun-verb-s-verbal": NOUN_VERB_S,
    "adjective-verb": ADJECTIVE_VERB, "alternate": ADJECTIVE_VERB,
    "live": {"JJ": "adjective", "RB": "adjective", "VB": "verb", "VBP": "verb"},
    "lives": NOUN_VERB_S,
    "close": {"JJ": "adjective", "RB": "adjective", "VB": "verb", "VBP": "verb"},
    "read": {"VB": "present", "VBP": "present", "VBD": "past", "VBN": "past"},
    "lead": {"VB": "guide", "VBP": "guide"},
    "minute": {"NN": "time", "JJ": "small"},
    "wind": {"NN": "air", "VB": "turn", "VBP": "turn"},
    "winds": {"NNS": "air", "VBZ": "turn"},
    "tear": {"VB": "rip", "VBP": "rip"},
}
# Words that are no heteronyms but stand as they do: a noun and the base form of a verb ("work"), or those in -s ("works").
GENERIC = (("noun-verb", {"NN": "noun", "VB": "verb", "VBP": "verb"}), ("noun-verb-s", {"NNS": "noun", "VBZ": "verb"}))
GENERIC_WEIGHT = 0.3
TREEBANK_WEIGHT = 0.7
OWN_WEIGHT = 2.5
HEADLINE_WEIGHT = 0.4
FEWEST_OF_EACH = 2
# The tagger was trained on the treebank: there its tag of the word itself is truer than it is elsewhere.
OWN_TAG = ("t0=", "t0,", "rule,t0=")

BALANCE = 0.5  # how far rare readings of a word are lifted: 0 not at all, 1 until each counts alike
RATE = 0.25
SHRINK = 0.004  # L2
FEWEST = 2
UNITS = 24
SMALLEST = 0.1


class Example:
    """A sentence with a word that has a known reading."""

    def __init__(self, pattern, word, reading, begin, end, text, weight, held=False):
        self.pattern, self.word, self.reading = pattern, word, reading
        self.begin, self.end, self.text, self.weight, self.held = begin, end, text, weight, held
        self.headline = False
        self.label = self.rule = None
        self.margin = 0
        self.features = ()


def reading_of(word_id):
    if word_id in READINGS:
        return READINGS[word_id]
    kind = word_id.rsplit("_", 1)[-1]
    return {"nou": "noun", "vrb": "verb", "adj": "adjective"}.get(kind, "noun" if kind.startswith("adj-nou") else kind)


def homographs(path):
    """Every tenth sentence of each word and reading is held."""
    examples, seen = [], {}
    for line in open(path, encoding="utf-8").readlines()[1:]:
        word, word_id, begin, end, text = line.rstrip("\n").split("\t")
        if word in LEFT_OUT:
            continue
        number = seen[word_id] = seen.get(word_id, -1) + 1
        begin, end = (len(text.encode()[:int(place)].decode()) for place in (begin, end))  # the data counts bytes
        examples.append(Example("*", word, reading_of(word_id), begin, end, text, 1.0, number % 10 == 4))
    return examples


def marked(path):
    """Our own sentences, in which heteronyms are marked with their readings: "They [record:verb] it."."""
    examples = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        text, places = "", []
        for plain, word, reading in re.findall(r"([^\[]*)(?:\[([^:\]]+):([^\]]+)\])?", line):
            text += plain
            if word:
                places.append((len(text), word, reading))
            text += word
        for begin, word, reading in places:
            examples.append(Example("*", word.lower(), reading, begin, begin + len(word), text, OWN_WEIGHT))
    return examples


def written(words):
    """Words of the treebank with spaces as they are written, and where each stands."""
    text, places, glued = "", [], True
    for word in words:
        joins = word in {".", ",", ";", ":", "?", "!", ")", "]", "%", "-", "n't"} or word.startswith("'")
        if not glued and not joins:
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glued = word in {"(", "[", "$", "-", "#"}
    return text, places


def treebank(path, patterns):
    """Sentences in which a tag tells the reading of a heteronym (`patterns`: of words), or of a word like one."""
    sentences = [[one for one in sentence if one[1] not in ("``", "''")] for sentence in training.read_tagged(path)]
    counts = {}
    for sentence in sentences:
        for word, penn, _ in sentence:
            tags = counts.setdefault(word.lower(), {})
            tags[penn] = tags.get(penn, 0) + 1
    generic = {}
    for word, tags in counts.items():
        for pattern, readings in GENERIC:
            nouns = sum(tags.get(tag, 0) for tag, reading in readings.items() if reading == "noun")
            verbs = sum(tags.get(tag, 0) for tag, reading in readings.items() if reading == "verb")
            if word not in patterns and min(nouns, verbs) >= FEWEST_OF_EACH:
                generic[word] = (pattern, readings)
    examples = []
    for sentence in sentences:
        text, places = written([word for word, _, _ in sentence])
        for (word, penn, _), (begin, end) in zip(sentence, places):
            lower = word.lower()
            own = lower in patterns
            pattern, readings = (patterns[lower], BY_TAG.get(patterns[lower], {})) if own else generic.get(lower, ("", {}))
            if penn in readings:
                weight = TREEBANK_WEIGHT if own else GENERIC_WEIGHT
                examples.append(Example("*" if own else pattern, lower, readings[penn], begin, end, text, weight))
    return examples


def headline_of(example, number):
    """The example as a headline: the words around, without articles and copulas, in title case or as sentences have it."""
    before, after = example.text[:example.begin].split(), example.text[example.end:]
    if before and example.begin and not example.text[example.begin - 1].isspace():
        return None
    tail = after.split()
    if after and not after[0].isspace():
        return None
    before, tail = before[-5:], tail[:6]
    for stop in range(len(before) - 1, -1, -1):
        if before[stop][-1] in ".,;:?!":
            before = before[stop + 1:]
            break
    for stop, word in enumerate(tail):
        if word[-1] in ".,;:?!":
            tail = tail[:stop] + [word.rstrip(".,;:?!")]
            break
    words = before + [example.text[example.begin:example.end]] + tail
    if len([word for word in words if word]) < 4:
        return None
    title = number % 2 == 0
    text, place = "", None
    for index, word in training.headline(words, len(before)):
        word = word if title or not text else words[index]
        if index == len(before):
            place = len(text)
        text += word + " "
    word = example.text[example.begin:example.end]
    made = Example(example.pattern, example.word, example.reading, place, place + len(word), text.rstrip(), HEADLINE_WEIGHT * example.weight,
                   example.held)
    made.headline = True
    return made


def with_headlines(examples):
    made = []
    for number, example in enumerate(examples):
        if example.pattern == "*" or number % 3 == 0:
            headline = headline_of(example, number)
            if headline is not None:
                made.append(headline)
    return examples + made


class Features:
    def __init__(self):
        self.ids, self.names = {}, []

    def id(self, name):
        number = self.ids.get(name)
        if number is None:
            number = self.ids[name] = len(self.names)
            self.names.append(name)
        return number


def read_features(program, examples, features):
    """Fills in what the program says of the examples, and drops those that it does not know."""
    known, missing = [], {}
    with tempfile.TemporaryFile() as asked:
        for one in examples:
            begin = len(one.text[:one.begin].encode())
            end = begin + len(one.text[one.begin:one.end].encode())
            asked.write(("%s\t%d\t%d\t%s\n" % (one.pattern, begin, end, one.text.replace("\t", " "))).encode())
        asked.seek(0)
        with subprocess.Popen([program, "heteronyms"], stdin=asked, stdout=subprocess.PIPE) as process:
            for one, line in zip(examples, process.stdout):
                fields = line.decode("utf-8", "surrogateescape").rstrip("\n").split("\t")
                readings = fields[0].split(" ")
                if one.reading == "noun" and "noun" not in readings and "adjective" in readings:
                    one.reading = "adjective"
                if one.reading == "adjective" and "adjective" not in readings and "noun" in readings:
                    one.reading = "noun"
                if len(fields) < 4 or one.reading not in readings:
                    missing[one.word + " " + one.reading] = missing.get(one.word + " " + one.reading, 0) + 1
                    continue
                one.label, one.rule, one.margin = readings.index(one.reading), int(fields[1]), int(fields[2])
                one.readings = len(readings)
                own = one.weight in (TREEBANK_WEIGHT, GENERIC_WEIGHT) or one.weight < HEADLINE_WEIGHT
                names = [n for n in fields[3:] if not (own and n.replace("/", ":").split(":", 1)[1].startswith(OWN_TAG))]
                one.features = tuple(features.id(name) for name in names)
                known.append(one)
    for word, count in sorted(missing.items()):
        if count > 3:
            print("left out: %s %d" % (word, count), file=sys.stderr)
    return known


def balance(examples):
    """Lifts rare readings of a word, and lowers common ones, so that a word's examples weigh as much as before."""
    counts = {}
    for one in examples:
        counts[one.word, one.label] = counts.get((one.word, one.label), 0.0) + one.weight
    words = {}
    for (word, label), count in counts.items():
        words.setdefault(word, {})[label] = count
    factors = {}
    for word, labels in words.items():
        lifted = {label: (sum(labels.values()) / count) ** BALANCE for label, count in labels.items()}
        scale = sum(labels.values()) / sum(labels[label] * lifted[label] for label in labels)
        for label in labels:
            factors[word, label] = lifted[label] * scale
    return [one.weight * factors[one.word, one.label] for one in examples]


class Model:
    """One logistic regression for each reading but the first, which is where all weights are 0."""

    def __init__(self, features):
        self.features = features
        self.weights = {}  # reading → list by feature
        self.squares = {}

    def rows(self, label):
        if label not in self.weights:
            self.weights[label] = [0.0] * len(self.features.names)
            self.squares[label] = [1.0] * len(self.features.names)
        return self.weights[label], self.squares[label]

    def scores(self, one):
        scores = [0.0]
        for label in range(1, one.readings):
            weights = self.rows(label)[0]
            scores.append(sum([weights[f] for f in one.features]))
        return scores

    def learn(self, one, importance):
        features = one.features
        for label in range(1, one.readings):
            weights, squares = self.rows(label)
            score = sum([weights[f] for f in features])
            error = (1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))) - (1.0 if one.label == label else 0.0)
            error *= importance
            shrink = SHRINK * importance
            for f in features:
                gradient = error + shrink * weights[f]
                squares[f] += gradient * gradient
                weights[f] -= RATE * gradient / math.sqrt(squares[f])

    def table(self, examples):
        table = {}
        for label, weights in self.weights.items():
            for number, weight in enumerate(weights):
                if abs(weight) >= SMALLEST:
                    table.setdefault(self.features.names[number], {})[label] = weight
        for one in examples:
            if one.weight == OWN_WEIGHT:
                continue  # a few sentences of ours are not enough to overrule rules
            name = self.features.names[one.features[0]]
            family = name.split(":")[0] if ":" in name else None
            for scope in ([family + ":"] if family else []) + ([one.word + "/"] if one.pattern == "*" else []):
                table[scope + "known"] = {0: 1.0 / UNITS}
        return table

    def quantise(self):
        for weights in self.weights.values():
            for number, weight in enumerate(weights):
                weights[number] = 0.0 if abs(weight) < SMALLEST else max(-127, min(127, round(weight * UNITS))) / UNITS


def drop_rare(examples, features):
    counts = [0] * len(features.names)
    for one in examples:
        for f in one.features:
            counts[f] += FEWEST if one.weight == OWN_WEIGHT else 1
    for one in examples:
        one.features = tuple(f for f in one.features if counts[f] >= FEWEST)


def train(examples, features, passes):
    model = Model(features)
    importance = balance(examples)
    order = list(range(len(examples)))
    for number in range(passes):
        random.Random(number).shuffle(order)
        for i in order:
            model.learn(examples[i], importance[i])
        print("pass %d" % (number + 1), file=sys.stderr, flush=True)
    return model


def decided(model, one, certain):
    """As Heteronyms decides: rules that are certain win."""
    if one.margin >= certain:
        return one.rule
    scores = model.scores(one)
    return scores.index(max(scores))


def shares(examples, decide):
    right, by_reading = 0, {}
    for one in examples:
        good = decide(one) == one.label
        right += good
        counts = by_reading.setdefault((one.word, one.label), [0, 0])
        counts[0] += good
        counts[1] += 1
    balanced = sum(good / count for good, count in by_reading.values()) / len(by_reading)
    return 100.0 * right / len(examples), 100.0 * balanced


def report(model, examples, errors):
    for name, chosen in (("sentences", [one for one in examples if not one.headline]), ("headlines", [one for one in examples if one.headline])):
        print("%s: %d" % (name, len(chosen)))
        print("  rules          %.2f %%, balanced over readings %.2f %%" % shares(chosen, lambda one: one.rule))
        for certain in (5, 7, 9, 99):
            print("  certain at %2d  %.2f %%, %.2f %%" % ((certain,) + shares(chosen, lambda one: decided(model, one, certain))))
        for low, high in ((0, 1), (1, 3), (3, 5), (5, 7), (7, 9), (9, 11), (11, 14), (14, 18), (18, 99)):
            part = [one for one in chosen if low <= one.margin < high]
            if part:
                print("  rules ahead by %2d–%2d: %4d, rules %.1f %%, model %.1f %%" % (
                    low, high, len(part), shares(part, lambda one: one.rule)[0], shares(part, lambda one: decided(model, one, 99))[0]))
    if errors:
        with open(errors, "w", encoding="utf-8") as out:
            for one in examples:
                guess = decided(model, one, 99)
                if guess != one.label:
                    out.write("%s\t%s\tmodel %d, rules %d by %d\t%s\n" % (one.word, one.reading, guess, one.rule, one.margin, one.text))


def patterns_of(path):
    """Which pattern each word of the table has, those in -s with it."""
    found, section = {}, None
    for line in open(path, encoding="utf-8"):
        fields = line.split()
        if line.startswith("["):
            section = line.strip()[1:-1].split()
        elif section and section[0] == "words" and fields and not line.startswith(("#", " ")):
            word = fields[0]
            found[word] = section[1]
            if len(section) > 2:
                hissing = word.endswith(("s", "x", "z", "ch", "sh"))
                ending_y = word.endswith("y") and word[-2] not in "aeiou"
                found[word + "es" if hissing else word[:-1] + "ies" if ending_y else word + "s"] = section[2]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("program")
    parser.add_argument("-o", dest="output", default="src/language/weights/en-heteronyms.weights")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--errors")
    parser.add_argument("--passes", type=int, default=7)
    options = parser.parse_args()

    data = Path(options.data)
    root = Path(__file__).resolve().parent.parent
    patterns = patterns_of(root / "src/language/pronunciation/en-heteronyms.txt")
    examples = homographs(data / "homographs" / "train.tsv") + treebank(data / "parts-of-speech" / "en-ewt-train.tsv", patterns)
    examples = with_headlines(examples)
    for name in ("src/language/weights/en-heteronyms-examples.txt", "tests/language/pronunciation/heteronym_cases/en.txt"):
        examples += marked(root / name)
    features = Features()
    examples = read_features(options.program, examples, features)
    drop_rare(examples, features)
    held = [one for one in examples if one.held]
    used = [one for one in examples if not (options.measure and one.held)]
    print("%d examples, %d features" % (len(used), len(features.names)), file=sys.stderr, flush=True)
    model = train(used, features, options.passes)
    model.quantise()
    labels = [str(i) for i in range(1 + max(model.weights))]
    packed, count = training.pack_table(labels, model.table(used), UNITS)
    print("%d features, %d bytes" % (count, len(packed)), file=sys.stderr)
    if options.measure:
        report(model, held, options.errors)
    else:
        Path(options.output).write_bytes(packed)


main()
