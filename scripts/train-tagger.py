#!/usr/bin/env python3
"""Trains the tagger of parts of speech: an averaged perceptron, greedily from left to right.

    scripts/train-tagger.py DATA PROGRAM [-o FILE] [--measure] [--passes N]

DATA is the folder with parts-of-speech/en-ewt-train.tsv (word, Penn tag, universal tag; CC BY-SA 4.0), PROGRAM the built
training_features. Writes FILE (src/language/weights/en-tags.weights), the same bytes for the same data. --measure trains
on nine blocks of ten and tells how many tags of the tenth are right instead.
"""

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import training  # noqa: E402

OUTSIDE = "#"
QUOTES = {"``", "''"}  # passed over in sentences, too
BLOCK = 25  # sentences; neighbours tell of the same things, and so are kept apart together
FEWEST = 2  # a feature that was seen but once tells of its sentence only
CERTAIN = 12  # a word that was seen so often with one tag has no other
USUAL = 3  # times that a word must be seen for its most frequent tag to be told
UNITS = 24  # in 1.0 of averaged weight, as int8
SMALLEST = 20  # units; smaller weights go: most come of one mistake that was soon mended


def fine_tag(penn, universal):
    """The universal tag, with the form where it tells how a word is said."""
    form = {"NNS": ".s", "VBZ": ".s", "VBG": ".ing", "VBD": ".past", "VBN": ".part"}.get(penn, "")
    return universal + form if universal in ("NOUN", "VERB", "AUX") else universal


def read_sentences(path):
    sentences = []
    for sentence in training.read_tagged(path):
        pairs = [(word, fine_tag(penn, universal)) for word, penn, universal in sentence if penn not in QUOTES]
        if pairs:
            sentences.append(pairs)
    return sentences


def headlines_of(sentences):
    """Every third sentence of a headline's length, as one: in title case, and alternately with its own capitals."""
    made = []
    for number, sentence in enumerate(sentences):
        if number % 3 or not 4 <= len(sentence) <= 16:
            continue
        words = [word for word, _ in sentence]
        title = number % 2 == 0
        made.append([(text if title else words[i], sentence[i][1]) for i, text in training.headline(words)])
    return [one for one in made if one]


class Material:
    """Sentences as numbers: features of each word, and what the features of tags are made of."""

    def __init__(self, program):
        self.program = program
        self.ids = {}
        self.names = []

    def feature_id(self, name):
        number = self.ids.get(name)
        if number is None:
            number = self.ids[name] = len(self.names)
            self.names.append(name)
        return number

    def read(self, sentences):
        text = "\n\n".join("\n".join(word for word, _ in sentence) for sentence in sentences) + "\n"
        lines = iter(training.ask(self.program, "tagger", text))
        result = []
        for sentence in sentences:
            words = []
            for _, tag in sentence:
                features = next(lines).split("\t")
                fields = dict(feature.split("=", 1) for feature in features if "=" in feature)
                words.append(([self.feature_id(one) for one in features], fields["w"], fields["s3"], fields["w+1"], tag))
            next(lines)
            result.append(words)
        return result


class Perceptron:
    """Averaged weights, by feature and label, as far as they are not 0."""

    def __init__(self, material, labels, known):
        self.material = material
        self.labels = labels
        self.numbers = {label: number for number, label in enumerate(labels)}
        self.known = known  # features that were seen often enough; None: all that may come
        self.certain = {}  # word → the only tag that it was seen with
        self.usual = {}  # word → the tag that it was seen with most
        self.weights = {}  # feature id → label → weight
        self.totals = {}
        self.stamps = {}
        self.now = 0

    def tag_features(self, word, ending, after, one, two, usual):
        """As each_feature_of_tags has them (src/language/parts_of_speech/tagger_features.h)."""
        ids = self.material.feature_id
        now, following, second = usual
        return [ids("t-1=" + one), ids("t-2=" + two), ids("t-2,t-1=" + two + "," + one), ids("t-1,w=" + one + "," + word),
                ids("t-1,s3=" + one + "," + ending), ids("t-1,w+1=" + one + "," + after), ids("u+1=" + following),
                ids("u,u+1=" + now + "," + following), ids("w,u+1=" + word + "," + following),
                ids("t-1,u,u+1=" + one + "," + now + "," + following), ids("t-1,w,u+1=" + one + "," + word + "," + following),
                ids("u,u+1,u+2=" + now + "," + following + "," + second)]

    def usual_of(self, sentence):
        """Of each word of a sentence: the usual tags of it and of the two behind it."""
        names = [self.usual.get(word, "?") for _, word, _, _, _ in sentence] + [OUTSIDE, OUTSIDE]
        return list(zip(names, names[1:], names[2:]))

    def decide(self, features):
        scores = [0.0] * len(self.labels)
        weights = self.weights
        for feature in features:
            if feature in weights:
                for label, weight in weights[feature].items():
                    scores[label] += weight
        return scores.index(max(scores))

    def update(self, features, truth, guess):
        for feature in features:
            if feature not in self.weights:
                self.weights[feature] = {}
                self.totals[feature] = {}
                self.stamps[feature] = {}
            row, totals, stamps = self.weights[feature], self.totals[feature], self.stamps[feature]
            for label, change in ((truth, 1.0), (guess, -1.0)):
                weight = row.get(label, 0.0)
                totals[label] = totals.get(label, 0.0) + (self.now - stamps.get(label, 0)) * weight
                stamps[label] = self.now
                row[label] = weight + change

    def train_pass(self, sentences):
        right = count = 0
        for sentence in sentences:
            one = two = OUTSIDE
            for (features, word, ending, after, tag), usual in zip(sentence, self.usual_of(sentence)):
                self.now += 1
                guess = self.certain.get(word)
                if guess is None:
                    every = [f for f in features if f in self.known]
                    every += self.tag_features(word, ending, after, one, two, usual)
                    number = self.decide(every)
                    guess = self.labels[number]
                    if guess != tag:
                        self.update(every, self.numbers[tag], number)
                right += guess == tag
                count += 1
                one, two = guess, one
        return right / count

    def average(self):
        for feature, row in self.weights.items():
            for label, weight in row.items():
                total = self.totals[feature].get(label, 0.0) + (self.now - self.stamps[feature].get(label, 0)) * weight
                row[label] = total / self.now if self.now else 0.0

    def quantise(self):
        """Drops and rounds, as the table will have it."""
        for feature in list(self.weights):
            row = self.weights[feature]
            row = {label: training.in_units(weight, UNITS) for label, weight in row.items()}
            row = {label: pair / UNITS for label, pair in row.items() if abs(pair) >= SMALLEST}
            if row:
                self.weights[feature] = row
            else:
                del self.weights[feature]

    def table(self):
        weights = {self.material.names[f]: row for f, row in self.weights.items()}
        for word, tag in self.usual.items():
            weights["=" + word] = {self.numbers[tag]: 127 / UNITS if word in self.certain else -127 / UNITS}
        return weights


def tags_by_word(sentences):
    """Two dictionaries: words with one tag alone, and words with their most frequent tag."""
    tags = {}
    for sentence in sentences:
        for _, word, _, _, tag in sentence:
            seen = tags.setdefault(word, {})
            seen[tag] = seen.get(tag, 0) + 1
    certain = {word: max(seen) for word, seen in tags.items() if len(seen) == 1 and sum(seen.values()) >= CERTAIN}
    usual = {word: min(seen, key=lambda tag: (-seen[tag], tag)) for word, seen in tags.items() if sum(seen.values()) >= USUAL}
    return certain, usual


def known_features(sentences):
    counts = {}
    for sentence in sentences:
        for word in sentence:
            for feature in word[0]:
                counts[feature] = counts.get(feature, 0) + 1
    return {feature for feature, count in counts.items() if count >= FEWEST}


def train(material, gold, passes):
    sentences = material.read(gold + headlines_of(gold))
    labels = sorted({tag for sentence in gold for _, tag in sentence})
    model = Perceptron(material, labels, known_features(sentences))
    model.certain, model.usual = tags_by_word(sentences)
    order = list(range(len(sentences)))
    for number in range(passes):
        random.Random(number).shuffle(order)
        right = model.train_pass([sentences[i] for i in order])
        print("pass %d: %.2f %% right while learning" % (number + 1, 100 * right), file=sys.stderr, flush=True)
    model.average()
    model.quantise()
    return model


def measure(model, sentences):
    right = fine = count = 0
    wrong = {}
    for sentence in sentences:
        one = two = OUTSIDE
        for (features, word, ending, after, tag), usual in zip(sentence, model.usual_of(sentence)):
            guess = model.certain.get(word)
            if guess is None:
                guess = model.labels[model.decide(list(features) + model.tag_features(word, ending, after, one, two, usual))]
            same = guess.split(".")[0] == tag.split(".")[0]
            right += same
            fine += guess == tag
            count += 1
            if not same:
                pair = (tag.split(".")[0], guess.split(".")[0])
                wrong[pair] = wrong.get(pair, 0) + 1
            one, two = guess, one
    worst = ", ".join("%s for %s %d" % (pair[1], pair[0], n) for pair, n in sorted(wrong.items(), key=lambda x: -x[1])[:8])
    return 100 * right / count, 100 * fine / count, count, worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("program")
    parser.add_argument("-o", dest="output", default="src/language/weights/en-tags.weights")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()

    gold = read_sentences(Path(options.data) / "parts-of-speech" / "en-ewt-train.tsv")
    material = Material(options.program)
    held = [one for i, one in enumerate(gold) if options.measure and i // BLOCK % 10 == 9]
    model = train(material, [one for i, one in enumerate(gold) if not options.measure or i // BLOCK % 10 != 9], options.passes)
    packed, features = training.pack_table(model.labels, model.table(), UNITS)
    print("%d labels, %d features, %d bytes" % (len(model.labels), features, len(packed)), file=sys.stderr)
    if options.measure:
        for name, sentences in (("sentences", held), ("headlines", headlines_of(held))):
            right, fine, count, worst = measure(model, material.read(sentences))
            print("%s: %.2f %% of universal tags, %.2f %% with forms, of %d words; %s" % (name, right, fine, count, worst))
        return
    Path(options.output).write_bytes(packed)


main()
