#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aloud::english {

/// Which English: "two hundred five" and March 4 for 03/04, or "two hundred and five" and 3 April.
enum class Dialect : unsigned char { american, british };

/// English words for numbers, all lower-case and without hyphens ("twenty four"), which eSpeak NG reads as with them.
/// Digits are ASCII; leading zeros do not count. Above 66 digits a number is read digit by digit.
std::string cardinal(std::string_view digits, Dialect dialect);
std::string cardinal(std::uint32_t value, Dialect dialect);
/// "1" → "first", "105" → "one hundred fifth".
std::string ordinal(std::string_view digits, Dialect dialect);
std::string ordinal(std::uint32_t value, Dialect dialect);
/// "007" → "zero zero seven".
std::string digit_by_digit(std::string_view digits);
/// 1987 → "nineteen eighty seven", 1905 → "nineteen oh five", 2005 → "two thousand five", 800 → "eight hundred".
std::string year(std::uint32_t value, Dialect dialect);
/// The two last digits of a year or time: 5 → "oh five", 0 → "hundred", 15 → "fifteen".
std::string second_pair(std::uint32_t value);
/// 1990 → "nineteen nineties", 2000 → "two thousands", 20 → "twenties".
std::string decade(std::uint32_t value, Dialect dialect);
/// "0", "05" → "zero point zero five"; an empty whole part gives "point zero five".
std::string decimal(std::string_view whole, std::string_view fraction, Dialect dialect);
/// 3, 4 → "three quarters"; 1, 2 → "one half".
std::string fraction(std::uint32_t numerator, std::uint32_t denominator, Dialect dialect);
/// The last word of a spoken cardinal made an ordinal: "twenty one" → "twenty first".
std::string ordinal_of_words(std::string words);
/// "twenty" → "twenties", "six" → "sixes": the plural of a number's last word.
std::string plural_of_words(std::string words);

}  // namespace aloud::english
