// The only file that includes expat.
#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <type_traits>

#include "language/language_tag.h"
#include "language/pronunciation/lexicon.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

constexpr char kSeparator = '\n';  // between a namespace and a name, as it can be in neither
constexpr std::string_view kPls = "http://www.w3.org/2005/01/pronunciation-lexicon";
constexpr std::string_view kXmlLang = "http://www.w3.org/XML/1998/namespace\nlang";

/// Far beyond what PLS needs (lexicon, lexeme, phoneme), and for what metadata may hold.
constexpr std::size_t kMostDepth = 32;
constexpr std::size_t kMostGraphemes = 1000, kMostText = 4096;

struct Failure {
  std::string message;
  std::size_t line = 0, column = 0;
};

struct PlsPronunciation {
  std::string text;
  std::string alphabet;  // empty: an alias
  bool preferred = false;
  std::size_t line = 0;
};

struct Lexeme {
  std::vector<std::string> graphemes;
  std::vector<PlsPronunciation> pronunciations;
  std::vector<std::string> roles;  // those that are understood; none: everywhere
  std::size_t line = 0;
};

// "claws:VVI" and "myns:verb" alike: the local part is a word for the class, or a tag that begins as those of Penn and CLAWS
// do.
std::string role_of(std::string_view qname) {
  const std::size_t colon = qname.rfind(':');
  std::string name(colon == std::string_view::npos ? qname : qname.substr(colon + 1));
  const bool tag = std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
  name = ascii_lower(name);
  if (name == "noun" || (tag && name.starts_with('n'))) return "noun";
  if (name == "verb" || (tag && name.starts_with('v'))) return "verb";
  if (name == "adjective" || name == "adj" || (tag && name.starts_with('j'))) return "adjective";
  return {};
}

// Where the parser is, counted from 1. Expat 2.9 has other functions for it, and deprecates those of before.
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
std::size_t line_of(XML_Parser parser) { return XML_GetCurrentLineNumber64(parser); }
std::size_t column_of(XML_Parser parser) { return XML_GetCurrentColumnNumber64(parser) + 1; }
#else
std::size_t line_of(XML_Parser parser) { return XML_GetCurrentLineNumber(parser); }
std::size_t column_of(XML_Parser parser) { return XML_GetCurrentColumnNumber(parser) + 1; }
#endif

class PlsReader {
 public:
  PlsReader(const std::string& language, XML_Parser parser) : parser_(parser), language_(language) {}

  void start(std::string_view name, const char** attributes) {
    if (++depth_ > kMostDepth) return fail("elements nested deeper than 32");
    if (depth_ <= skipping_) skipping_ = 0;
    if (skipping_ != 0) return;
    const std::size_t border = name.find(kSeparator);
    const std::string_view space = border == std::string_view::npos ? std::string_view() : name.substr(0, border);
    const std::string_view local = border == std::string_view::npos ? name : name.substr(border + 1);
    const bool ours = space.empty() || space == kPls;
    if (depth_ == 1 && (!ours || local != "lexicon")) {
      return fail("the outermost element is <" + std::string(local) + ">, not the <lexicon> of PLS 1.0");
    }
    if (!ours || local == "metadata" || local == "meta" || local == "example") {
      skipping_ = depth_;
      return;
    }
    open(local, attributes);
  }

  void end(std::string_view name) {
    const std::size_t border = name.find(kSeparator);
    const std::string_view local = border == std::string_view::npos ? name : name.substr(border + 1);
    if (skipping_ == 0) close(local);
    if (skipping_ == depth_) skipping_ = 0;
    --depth_;
  }

  void text(std::string_view characters) {
    if (!taking_text_ || skipping_ != 0) return;
    text_ += characters;
    if (text_.size() > kMostText) fail("a grapheme or pronunciation longer than 4096 bytes");
  }

  void fail(const std::string& message) { fail_at(message, line_of(parser_), column_of(parser_)); }

  std::optional<Failure> failure;
  std::vector<LexiconEntry> entries;

 private:
  void fail_at(const std::string& message, std::size_t line, std::size_t column) {
    if (failure) return;
    failure = Failure{message, line, column};
    XML_StopParser(parser_, XML_FALSE);
  }

  static std::string attribute(const char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
      if (attributes[0] == name) return attributes[1];
    }
    return {};
  }

  void open(std::string_view local, const char** attributes) {
    if (local == "lexicon") {
      alphabet_ = attribute(attributes, "alphabet");
      entry_language_ = attribute(attributes, kXmlLang);
      if (!entry_language_.empty()) language_ = entry_language_;
    } else if (local == "lexeme") {
      lexeme_ = {};
      lexeme_.line = line_of(parser_);
      const std::string roles = attribute(attributes, "role");
      for (const std::string_view role : fields_of(roles)) {
        if (const std::string known = role_of(role); !known.empty()) lexeme_.roles.push_back(known);
      }
    } else if (local == "grapheme" || local == "phoneme" || local == "alias") {
      open_text(local, attributes);
    } else {
      fail("unknown element <" + std::string(local) +
           ">: PLS has lexeme, grapheme, phoneme, alias, example, meta and metadata");
    }
  }

  void open_text(std::string_view local, const char** attributes) {
    if (lexeme_.line == 0) return fail("<" + std::string(local) + "> stands outside of a <lexeme>");
    taking_text_ = true;
    text_.clear();
    if (local == "grapheme") return;
    PlsPronunciation pronunciation;
    pronunciation.preferred = attribute(attributes, "prefer") == "true";
    pronunciation.line = line_of(parser_);
    if (local == "phoneme") {
      pronunciation.alphabet = attribute(attributes, "alphabet");
      if (pronunciation.alphabet.empty()) pronunciation.alphabet = alphabet_;
      if (pronunciation.alphabet.empty()) return fail("no alphabet: write alphabet=\"ipa\" into <lexicon> or <phoneme>");
    }
    if (lexeme_.pronunciations.size() >= kMostGraphemes) return fail("more than 1000 pronunciations of one lexeme");
    lexeme_.pronunciations.push_back(std::move(pronunciation));
  }

  void close(std::string_view local) {
    if (local == "grapheme" && taking_text_) {
      add_grapheme();
    } else if ((local == "phoneme" || local == "alias") && taking_text_) {
      lexeme_.pronunciations.back().text = folded_grapheme(text_);
    } else if (local == "lexeme") {
      finish();
      lexeme_ = {};
    }
    taking_text_ = false;
  }

  void add_grapheme() {
    std::string grapheme = folded_grapheme(text_);
    if (grapheme.empty()) return fail("an empty <grapheme>");
    if (grapheme.size() > kMostGraphemeBytes) return fail("a grapheme longer than 200 bytes");
    if (lexeme_.graphemes.size() == kMostGraphemes) return fail("more than 1000 graphemes of one lexeme");
    lexeme_.graphemes.push_back(std::move(grapheme));
  }

  static bool is_known(const PlsPronunciation& one) {
    return one.alphabet.empty() || one.alphabet == "ipa" || one.alphabet == "x-espeak";
  }

  // The first that is preferred, else the first, of those in an alphabet that is known.
  const PlsPronunciation* chosen() const {
    const PlsPronunciation* first = nullptr;
    for (const PlsPronunciation& one : lexeme_.pronunciations) {
      if (!is_known(one)) continue;
      if (one.preferred) return &one;
      if (first == nullptr) first = &one;
    }
    return first;
  }

  void finish() {
    if (failure) return;
    if (lexeme_.graphemes.empty()) return fail_at("a <lexeme> without a <grapheme>", lexeme_.line, 0);
    const std::string& name = lexeme_.graphemes.front();
    const PlsPronunciation* pronunciation = chosen();
    if (pronunciation == nullptr) {
      const std::string why = lexeme_.pronunciations.empty()
                                  ? "has neither a <phoneme> nor an <alias>"
                                  : "is in the alphabet \"" + lexeme_.pronunciations.front().alphabet +
                                        "\", which is not known: use \"ipa\" or \"x-espeak\"";
      return fail_at('"' + name + "\" " + why, lexeme_.line, 0);
    }
    try {
      add_entries(*pronunciation);
    } catch (const std::invalid_argument& problem) {
      fail_at('"' + name + "\": " + problem.what(), pronunciation->line, 0);
    }
  }

  void add_entries(const PlsPronunciation& pronunciation) {
    LexiconEntry entry;
    entry.line = lexeme_.line;
    entry.language = entry_language_;
    if (pronunciation.alphabet.empty()) {
      if (pronunciation.text.empty()) throw std::invalid_argument("an empty <alias>");
      if (pronunciation.text.size() > kMostAliasBytes) throw std::invalid_argument("has an alias longer than 300 bytes");
      entry.alias = pronunciation.text;
    } else {
      const auto alphabet = pronunciation.alphabet == "ipa" ? PhoneticAlphabet::ipa : PhoneticAlphabet::espeak;
      entry.phonemes = checked_phonemes(pronunciation.text, alphabet, language_);
      if (entry.language.empty()) entry.language = language_subtag(language_);
    }
    std::vector<std::string> roles = lexeme_.roles;
    if (roles.empty()) roles.emplace_back();
    for (const std::string& grapheme : lexeme_.graphemes) {
      for (const std::string& role : roles) {
        if (entries.size() == kMostLexiconEntries) return fail("more than 200,000 entries: split the lexicon");
        entry.grapheme = grapheme;
        entry.role = role;
        entries.push_back(entry);
      }
    }
  }

  XML_Parser parser_;
  std::string language_;        // of phonemes
  std::string entry_language_;  // as declared
  std::string alphabet_;
  Lexeme lexeme_;
  std::string text_;
  bool taking_text_ = false;
  std::size_t depth_ = 0, skipping_ = 0;
};

PlsReader& reader(void* user) { return *static_cast<PlsReader*>(user); }

void XMLCALL on_start(void* user, const char* name, const char** attributes) { reader(user).start(name, attributes); }
void XMLCALL on_end(void* user, const char* name) { reader(user).end(name); }
void XMLCALL on_text(void* user, const char* text, int size) { reader(user).text({text, static_cast<std::size_t>(size)}); }
void XMLCALL on_entity(void* user, const char*, int, const char*, int, const char*, const char*, const char*, const char*) {
  reader(user).fail("entities are not read: write the text itself");
}
void XMLCALL on_skipped(void* user, const char* name, int) { reader(user).fail("unknown entity &" + std::string(name) + ";"); }

}  // namespace

std::vector<LexiconEntry> parse_pls(std::string_view xml, const std::string& path, const std::string& language) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS("UTF-8", kSeparator), XML_ParserFree);
  if (parser == nullptr) throw std::bad_alloc();
  PlsReader pls(language, parser.get());
  XML_SetUserData(parser.get(), &pls);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  XML_SetSkippedEntityHandler(parser.get(), on_skipped);
  const XML_Status status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
  if (pls.failure) throw Error(ErrorKind::input, pls.failure->message, {path, pls.failure->line, pls.failure->column});
  if (status != XML_STATUS_OK) {
    const Place place{path, line_of(parser.get()), column_of(parser.get())};
    throw Error(ErrorKind::input, std::string("is not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(parser.get())),
                place);
  }
  return std::move(pls.entries);
}

}  // namespace aloud
