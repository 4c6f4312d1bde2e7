#include "language/formulas/verbaliser.h"

#include <algorithm>
#include <array>

#include "language/formulas/words.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;

// Names of functions by custom. Behind other letters brackets are a factor where they hold a sum: "x(x + 1)".
bool names_function(const Expression& part) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"f", "g", "h", "F", "G", "H", "P", "E", "φ", "ψ", "Φ", "Ψ", "Γ", "ζ"});
  return std::find(kNames.begin(), kNames.end(), part.text) != kNames.end();
}

// The letter that a function is called by: "f", "f′", "f_n", "f^{-1}"; null for a power.
const Expression* called_letter(const Expression& part) {
  if (is_letter(part)) return &part;
  if (part.is(Kind::accent) && is_letter(part.parts[0])) return &part.parts[0];
  if (!part.is(Kind::scripts) || !is_letter(part.parts[0])) return nullptr;
  const PartsOf raised(part.parts[2]);
  if (raised.size() == 0 || raised[0].is_symbol("′") || is_parenthesised(raised[0])) return &part.parts[0];
  const bool inverse = raised.size() == 2 && is_minus(raised[0]) && raised[1].is(Kind::number, "1");
  return inverse && names_function(part.parts[0]) ? &part.parts[0] : nullptr;
}

// "(f ∘ g)"
bool is_composition(const Expression& part) {
  if (!is_parenthesised(part)) return false;
  const PartsOf parts(part.parts.front());
  return std::any_of(parts.begin, parts.begin + parts.size(), [](const Expression& each) { return each.is_symbol("∘"); });
}

bool is_call(const PartsOf& parts, std::size_t i) {
  if (i + 1 >= parts.size()) return false;
  const bool expectation = parts[i].is(Kind::identifier, "E") && parts[i + 1].is(Kind::fenced, "[ ]");
  if (expectation) return true;
  if (!is_parenthesised(parts[i + 1])) return false;
  const Expression* name = called_letter(parts[i]);
  if (is_composition(parts[i])) return true;
  if (name == nullptr) return parts[i].is(Kind::identifier);  // a name of several letters
  return names_function(*name) || !is_sum(parts[i + 1].parts.front());
}

bool begins_operand(const PartsOf& parts, std::size_t i) {
  if (i == 0) return true;
  const std::string_view role = role_of(parts[i - 1]);
  return (!role.empty() && role != "postfix") || parts[i - 1].is(Kind::space) || parts[i - 1].is(Kind::text);
}

// Whether two things side by side need a word between them: a product with brackets in it.
bool needs_times(const Expression& left, const Expression& right) {
  if (!is_operand(left) || !is_operand(right)) return false;
  const auto bracketed = [](const Expression& part) {
    const Expression& base = part.is(Kind::scripts) ? part.parts[0] : part;
    return base.is(Kind::fenced) && !base.text.starts_with("{");
  };
  return bracketed(left) || bracketed(right);
}

bool is_function(const Expression& part) {
  const Expression& base = part.is(Kind::scripts) ? part.parts[0] : part;
  return base.is(Kind::function) && base.text != "mod" && !is_large(base);
}

bool is_large_operator(const Expression& part) {
  const bool scripted = part.is(Kind::scripts) || part.is(Kind::stacked);
  return is_large(scripted ? part.parts[0] : part);
}

// Without the commas at its ends, and with one where several came together.
std::string tidy(std::string_view words) {
  std::string result;
  for (const char c : words) {
    if (c == ' ' && (result.empty() || result.back() == ' ')) continue;
    if (c == ',') {
      while (!result.empty() && result.back() == ' ') result.pop_back();
      if (result.empty() || result.back() == ',') continue;
    }
    if (c != ' ' && c != ',' && !result.empty() && result.back() == ',') result += ' ';
    result += c;
  }
  while (!result.empty() && (result.back() == ' ' || result.back() == ',')) result.pop_back();
  return result;
}

}  // namespace

std::string Verbaliser::words(const Expression& formula) const {
  const PartsOf parts(formula);
  std::size_t end = parts.size();
  std::string_view mark;  // a formula's own end is the sentence's
  constexpr auto kMarks = std::to_array<std::string_view>({".", ",", ";"});
  while (end > 0 && (parts[end - 1].is(Kind::space) ||
                     (mark.empty() && std::find(kMarks.begin(), kMarks.end(), parts[end - 1].text) != kMarks.end() &&
                      parts[end - 1].is(Kind::symbol)))) {
    if (parts[end - 1].is(Kind::symbol)) mark = parts[end - 1].text;
    --end;
  }
  PartsOf kept = parts;
  kept.count = end;
  return contracted(tidy(row(kept))) + std::string(mark);
}

// "a el" is "al" in Spanish: two words that the table has another form for.
std::string Verbaliser::contracted(std::string words) const {
  std::string result, pair;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    const std::size_t before = result.rfind(' ') == std::string::npos ? 0 : result.rfind(' ') + 1;
    const std::string* one = wording_.find("contractions", pair.assign(result, before).append(" ").append(word));
    if (one != nullptr) {
      result.replace(before, std::string::npos, *one);
    } else {
      result += (at == 0 ? "" : " ") + word;
    }
    at = end + 1;
  }
  return result;
}

std::string Verbaliser::row(const PartsOf& parts, Place place) const {
  std::string words;
  for (std::size_t i = 0; i < parts.size();) {
    if (i > 0 && needs_times(parts[i - 1], parts[i])) append_words(words, rule("times"));
    const bool colon = parts[i].is_symbol(":") && i == 1 && place == Place::anywhere;
    if (colon &&
        std::any_of(parts.begin + i, parts.begin + parts.size(), [](const Expression& p) { return p.is_symbol("→"); })) {
      append_words(words, rule("map/colon"));
      place = Place::map;
      ++i;
    } else {
      i = step(parts, i, place, words);
    }
  }
  return words;
}

// Says what stands at `i`; returns the place behind it.
std::size_t Verbaliser::step(const PartsOf& parts, std::size_t i, Place place, std::string& words) const {
  const Expression& part = parts[i];
  if (is_large_operator(part)) return large(parts, i, words);
  if (is_function(part)) return function(parts, i, words);
  if (is_call(parts, i)) {
    append_words(words, called(part, parts[i + 1]));
    return i + 2;
  }
  if (role_of(part) == "sum" && begins_operand(parts, i) && i + 1 < parts.size()) return sign(parts, i, words);
  if (is_integer(part) && i + 1 < parts.size() && is_common_fraction(parts[i + 1])) {
    append_words(words, say(part));
    append_words(words, rule("mixed number"));
    append_words(words, say(parts[i + 1]));
    return i + 2;
  }
  const bool currency = part.is_symbol("$") || part.is_symbol("€") || part.is_symbol("£");
  if (currency && i + 1 < parts.size() && parts[i + 1].is(Kind::number)) {
    append_words(words, say_plain_(part.text + parts[i + 1].text));
    return i + 2;
  }
  if (part.is(Kind::identifier, "m") && i + 1 < parts.size() && parts[i + 1].is_symbol("∠")) {
    append_words(words, rule("angle/measure"));
    return i + 2;
  }
  const bool member = i > 0 && (parts[i - 1].is_symbol("∈") || parts[i - 1].is_symbol("∉"));
  if (const std::string* set = member ? wording_.find("sets of members", part.text) : nullptr) {
    append_words(words, *set);
  } else if (part.is(Kind::space)) {
    words += ",";
  } else {
    append_words(words, part.is(Kind::symbol) ? sign_in(part, place) : say(part));
  }
  return i + 1;
}

std::string Verbaliser::sign_in(const Expression& sign, Place place) const {
  if (sign.is_symbol("→") && place == Place::limit) return std::string(rule("limit/arrow"));
  if (sign.is_symbol("→") && place == Place::map) return std::string(rule("map/arrow"));
  if (sign.is_symbol("∈") && place == Place::builder) return std::string(rule("set/member"));
  if (sign.is_symbol("|") || sign.is_symbol("∣")) return std::string(rule(place == Place::condition ? "given" : "divides"));
  return symbol(sign.text);
}

// A plus or minus before what it belongs to.
std::size_t Verbaliser::sign(const PartsOf& parts, std::size_t i, std::string& words) const {
  const Expression& part = parts[i];
  if (is_minus(part)) {
    append_words(words, rule("negative"));
  } else if (part.is_symbol("+")) {
    append_words(words, rule("positive"));
  } else {
    append_words(words, symbol(part.text));
  }
  return i + 1;
}

// "f of x", "f of open paren x comma y close paren"
std::string Verbaliser::called(const Expression& name, const Expression& argument) const {
  const Expression& content = argument.parts.front();
  if (is_simple(content)) return fill("call", {say(name), say(content)});
  return fill("call", {say(name), around(argument, Place::condition)});
}

std::size_t Verbaliser::large(const PartsOf& parts, std::size_t i, std::string& words) const {
  const Expression& part = parts[i];
  const bool scripted = part.is(Kind::scripts) || part.is(Kind::stacked);
  static const Expression kNothing;
  const bool last = i + 1 >= parts.size() || role_of(parts[i + 1]) == "relation";
  append_words(words, large_head(scripted ? part.parts[0] : part, scripted ? part.parts[1] : kNothing,
                                 scripted ? part.parts[2] : kNothing, last));
  return i + 1;
}

std::string Verbaliser::large_head(const Expression& base, const Expression& below, const Expression& above, bool last) const {
  const std::string name(wording_.get("large", base.text));
  const std::string* own = wording_.find("large of", base.text);
  const std::string of = last ? "" : own != nullptr ? *own : std::string(rule("large/of"));
  const PartsOf range(below);
  if (base.is(Kind::function) && !below.is_empty()) {
    const std::string words = row(range, Place::limit);
    const bool approaches =
        std::any_of(range.begin, range.begin + range.size(), [](const Expression& p) { return p.is_symbol("→"); });
    if (base.text == "lim" && approaches) return fill("limit/as", {name, words, "", of});
    return fill("large/over", {name, words, "", of});
  }
  if (!above.is_empty() && !below.is_empty()) return fill("large/from to", {name, row(range), row(PartsOf(above)), of});
  if (!below.is_empty()) return fill("large/over", {name, row(range), "", of});
  std::string plain = fill("large/plain", {name, "", "", of});
  return above.is_empty() ? plain : raised(std::move(plain), above);
}

// A function and what it is a function of: a bracket, or a product as far as it goes.
std::size_t Verbaliser::function(const PartsOf& parts, std::size_t i, std::string& words) const {
  std::size_t end = i + 1;
  const bool bracket = end < parts.size() && parts[end].is(Kind::fenced);
  if (bracket) {
    ++end;
  } else {
    while (end < parts.size() && is_operand(parts[end]) && !parts[end].is(Kind::fenced)) ++end;
    if (end == i + 1 && end < parts.size() && role_of(parts[end]) == "sum" && end + 1 < parts.size()) end += 2;  // "sin -x"
    if (end < parts.size() && role_of(parts[end]) == "postfix") ++end;
  }
  PartsOf argument = parts;
  argument.begin += i + 1;
  argument.count = end - i - 1;
  if (argument.count == 0) {
    append_words(words, say(parts[i]));
    return end;
  }
  const bool simple = bracket ? is_parenthesised(parts[i + 1]) && is_simple(parts[i + 1].parts.front())
                              : std::all_of(argument.begin, argument.begin + argument.count, is_simple);
  append_words(words, applied(parts[i], simple && bracket ? say(parts[i + 1].parts.front()) : row(argument), simple));
  return end;
}

std::string Verbaliser::applied(const Expression& function, const std::string& argument, bool simple) const {
  const bool scripted = function.is(Kind::scripts);
  const Expression& base = scripted ? function.parts[0] : function;
  const std::string name = say(base);
  if (scripted) {
    const Expression& below = function.parts[1];
    const PartsOf above(function.parts[2]);
    const bool inverse = above.size() == 2 && is_minus(above[0]) && above[1].is(Kind::number, "1");
    if (inverse && below.is_empty()) return fill("function/inverse", {name, argument});
    const bool word = above.size() == 1 && !above[0].is(Kind::number, "2") && !above[0].is(Kind::number, "3");
    if (below.is_empty() && word && is_integer(above[0])) {
      return fill("function/power", {name, ordinal(above[0]), argument, say(above[0])});
    }
    if (below.is_empty() && word && is_letter(above[0])) return fill("function/power letter", {name, say(above[0]), argument});
    if (!below.is_empty() && above.size() == 0) {
      const bool logarithm = base.text == "log" || base.text == "lg";
      return logarithm ? fill("function/base", {name, say(below), argument})
                       : fill("function/of", {fill("index", {name, say(below)}), argument});
    }
    return fill("function/plain", {say(function), argument});
  }
  if (simple) {
    const std::string* own = wording_.find("function plain", base.text);
    return own != nullptr ? filled(*own, {name, argument}) : fill("function/plain", {name, argument});
  }
  if (const std::string* own = wording_.find("function of", base.text)) return filled(*own, {name, argument});
  return fill("function/of", {name, argument});
}

std::string Verbaliser::ordinal(const Expression& number) const {
  if (const std::string* known = wording_.find("ordinals", number.text)) return *known;
  const std::string& digits = number.text;
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';  // "11th", unlike "21st"
  const std::string* ending = teen ? nullptr : wording_.find("ordinal endings", digits.substr(digits.size() - 1));
  return say_plain_(digits + (ending != nullptr ? *ending : std::string(rule("ordinal ending"))));
}

std::string Verbaliser::fill(std::string_view name, Arguments arguments) const { return filled(rule(name), arguments); }

std::string Verbaliser::filled(std::string_view pattern, Arguments arguments) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const bool mark = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!mark) {
      const bool doubled = pattern[at] == ' ' && (result.empty() || result.back() == ' ');
      if (!doubled) result += pattern[at];
      ++at;
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[at + 1] - '1');
    if (index < arguments.size()) result += *(arguments.begin() + static_cast<std::ptrdiff_t>(index));
    at += 3;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace aloud
