#!/usr/bin/env python3
"""Makes the tables of emoji and currencies from CLDR: make-cldr-tables.py [CLDR]

CLDR is the folder "common" of Unicode's Common Locale Data Repository; by default that of Debian's package
unicode-cldr-core. Writes src/language/spoken_form/tables/emoji/*.txt and tables/{en,de,fr,es}/currencies_cldr.txt, the same
bytes for the same data. The data's licence is named in each table and stands in docs/licences/unicode.txt.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "src/language/spoken_form/tables"
HEAD = "# Made by scripts/make-cldr-tables.py from CLDR {version}, (c) Unicode, Inc., licence Unicode-DFS-2016 (docs/licences/unicode.txt).\n"

# Languages that eSpeak NG speaks and that have a table of their own here or a voice; English has its own table of emoji.
EMOJI_LANGUAGES = ("ar bg ca cs da de el es et fa fi fr hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sv tr uk vi zh").split()

# Emoji of Unicode 11 (2018) and later, which eSpeak NG 1.51 passes over in silence.
NEW_EMOJI = [(0x1F6D5, 0x1F6D7), (0x1F6DC, 0x1F6DF), (0x1F6F9, 0x1F6FC), (0x1F7E0, 0x1F7EB), (0x1F7F0, 0x1F7F0),
             (0x1F90C, 0x1F90F), (0x1F93F, 0x1F93F), (0x1F94D, 0x1F94F), (0x1F96C, 0x1F97F), (0x1F998, 0x1F9BF),
             (0x1F9C1, 0x1F9CF), (0x1F9E7, 0x1F9FF), (0x1FA70, 0x1FAFF)]

# Codes that are words in English headlines ("20 TOP SONGS"), or something else in prose ("5 COP").
WORDS = set("ALL TOP CUP MAD PEN MOP COP SOS BAM GEL ANG LAK RON DOP".split())
# The heads of names of money that are not masculine, by language.
FEMININE = {"de": ("Rupie", "Rupien", "Krone", "Kronen", "Lira", "Lire", "Mark", "Rufiyaa", "Hrywnja", "Griwna"),
            "fr": ("roupie", "couronne", "livre", "lire", "rufiyaa", "hryvnia", "roupies", "couronnes", "livres"),
            "es": ("rupia", "corona", "libra", "lira", "rufiya", "grivna", "rupias", "coronas", "libras", "liras")}
NEUTER = {"de": ("Pfund",)}
# What is a hundredth of the money whose name has that head: CLDR has no names of minor units. One, many, gender.
PARTS = {
    "en": {"dollar": ("cent", "cents"), "shilling": ("cent", "cents"), "rand": ("cent", "cents"), "peso": ("centavo", "centavos"),
           "franc": ("centime", "centimes"), "rupee": ("paisa", "paise"), "quetzal": ("centavo", "centavos"),
           "lempira": ("centavo", "centavos"), "boliviano": ("centavo", "centavos"), "hryvnia": ("kopiyka", "kopiykas")},
    "de": {"Dollar": ("Cent", "Cent", "m"), "Schilling": ("Cent", "Cent", "m"), "Rand": ("Cent", "Cent", "m"),
           "Peso": ("Centavo", "Centavos", "m"), "Franc": ("Centime", "Centimes", "m")},
    "fr": {"dollar": ("cent", "cents", "m"), "shilling": ("cent", "cents", "m"), "rand": ("cent", "cents", "m"),
           "peso": ("centavo", "centavos", "m"), "franc": ("centime", "centimes", "m")},
    "es": {"dólar": ("centavo", "centavos", "m"), "chelín": ("centavo", "centavos", "m"), "rand": ("centavo", "centavos", "m"),
           "peso": ("centavo", "centavos", "m"), "franco": ("céntimo", "céntimos", "m")},
}


def is_new_emoji(text):
    return len(text) == 1 and any(first <= ord(text) <= last for first, last in NEW_EMOJI)


def emoji_names(cldr, language):
    names = {}
    for annotation in ET.parse(cldr / "annotations" / (language + ".xml")).iter("annotation"):
        if annotation.get("type") == "tts" and is_new_emoji(annotation.get("cp")):
            name = " ".join(annotation.text.replace("“", "").replace("”", "").replace(":", ",").split())
            if name and "↑" not in name:
                names[annotation.get("cp")] = name
    return names


def current_currencies(cldr):
    codes = set()
    for currency in ET.parse(cldr / "supplemental/supplementalData.xml").iter("currency"):
        code = currency.get("iso4217")
        if code and currency.get("to") is None and currency.get("tender") != "false":
            codes.add(code)
    return codes - {"XXX"}


def digits_of(cldr):
    """How many decimals money has, where they are not two."""
    infos = ET.parse(cldr / "supplemental/supplementalData.xml").iter("info")
    return {info.get("iso4217"): int(info.get("digits")) for info in infos if info.get("iso4217")}


def part_of(language, name):
    words = name.replace("-", " ").split()
    return next((part for head, part in PARTS[language].items() if head in words), ())


def gender(language, name):
    def among(heads):
        words = name.replace("-", " ").split()
        return any(word in heads for word in words) or (language == "de" and name.endswith(tuple(h.lower() for h in heads)))
    return "f" if among(FEMININE[language]) else "n" if among(NEUTER.get(language, ())) else "m"


def currency_lines(cldr, language):
    lines = []
    codes, digits, known = current_currencies(cldr), digits_of(cldr), {}
    for currency in ET.parse(cldr / "main" / (language + ".xml")).iter("currency"):
        names = {name.get("count"): name.text for name in currency.findall("displayName")}
        known[currency.get("type")] = (names.get("one"), names.get("other") or names.get(None))
    for code in sorted(codes - WORDS):
        one, many = known.get(code, (None, None))
        if not many or "(" in many:
            continue
        one = one or many
        part = part_of(language, one) if digits.get(code, 2) == 2 else ()
        parts = [one, many] + ([] if language == "en" else [gender(language, one)]) + list(part)
        lines.append(code + " = " + " | ".join(parts))
    return lines


def write(path, head, lines, version):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + HEAD.format(version=version) + "\n".join(lines) + "\n", encoding="utf-8")


def main():
    cldr = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/cldr/common")
    version = re.search(r'cldrVersion CDATA #FIXED "([0-9.]+)"', (cldr / "dtd/ldmlSupplemental.dtd").read_text()).group(1)
    for language in EMOJI_LANGUAGES:
        names = emoji_names(cldr, language)
        write(TABLES / "emoji" / (language + ".txt"), "# Names of emoji of 2018 and later: emoji = words.\n",
              ["%s = %s" % (emoji, names[emoji]) for emoji in sorted(names)], version)
    for language in ("en", "de", "fr", "es"):
        write(TABLES / language / "currencies_cldr.txt",
              "# Codes of ISO 4217: %s. Rows of currencies.txt come before them.\n" %
              ("code = one | many | part | parts" if language == "en" else "code = one | many | gender | part | parts | gender"), currency_lines(cldr, language), version)


if __name__ == "__main__":
    main()
