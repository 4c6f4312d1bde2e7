#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "language/packs/value.h"

namespace aloud::packs {

/// What a careful reader says for a value.
std::string say(const Value& value, const Pack& pack);

/// Digits in a style; its case may be another one.
std::string say_number(const NumberStyle& style, std::string_view digits, const Pack& pack);

/// Letters by their names: "UE" → "U E", with `[letters]` by those.
std::string spelled(std::string_view letters, const Pack& pack);

/// The plural category that chooses a noun's form: "one", "few", "many", "fraction".
std::string category_of(const Number& number, const Pack& pack);

/// "{h} e {m}" with its places filled.
std::string filled(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string_view>> places);

}  // namespace aloud::packs
