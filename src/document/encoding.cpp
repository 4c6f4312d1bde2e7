#include "document/encoding.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <set>

namespace aloud {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSample = 256 * 1024;  // bytes looked at where the whole file would cost time for nothing

enum class Sign {
  bytes,  // nobody begins an article so
  word,   // might be the first word of one ("RIFF is a file format")
};

struct Magic {
  std::string_view bytes;
  std::string_view what;
  Sign sign = Sign::bytes;
};

constexpr std::array kMagics{
    Magic{"\x89PNG\r\n"sv, "a PNG image"},
    Magic{"\xFF\xD8\xFF"sv, "a JPEG image"},
    Magic{"GIF87a"sv, "a GIF image", Sign::word},
    Magic{"GIF89a"sv, "a GIF image", Sign::word},
    Magic{"%PDF-"sv, "a PDF document"},
    Magic{"PK\x03\x04"sv, "a ZIP archive (also .docx and .odt)"},
    Magic{"\x7F"
          "ELF"sv,
          "a program (ELF)"},
    Magic{"OggS"sv, "an Ogg file", Sign::word},
    Magic{"RIFF"sv, "a RIFF file (WAV, AVI or WebP)", Sign::word},
    Magic{"fLaC"sv, "a FLAC file", Sign::word},
    Magic{"ID3\x03"sv, "an MP3 file"},
    Magic{"ID3\x04"sv, "an MP3 file"},
    Magic{"\x1F\x8B\x08"sv, "a gzip archive"},
    Magic{"BZh9"sv, "a bzip2 archive", Sign::word},
    Magic{"\xFD"
          "7zXZ\0"sv,
          "an xz archive"},
    Magic{"\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document"},
    Magic{"SQLite format 3\0"sv, "an SQLite database"},
    Magic{"{\\rtf"sv, "an RTF document"},
    Magic{"%!PS-"sv, "a PostScript document"},
};

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

// The longer ones first: UTF-32LE's mark begins with UTF-16LE's.
constexpr std::array kMarks{
    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xEF\xBB\xBF"sv, "UTF-8"},
    Mark{"\xFF\xFE"sv, "UTF-16LE"},     Mark{"\xFE\xFF"sv, "UTF-16BE"},
};

std::optional<Encoding> encoding_of_mark(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.encoding.starts_with("UTF-32") && bytes.size() % 4 != 0) continue;  // rather UTF-16 that starts with a NUL
    return Encoding{std::string(mark.encoding), mark.bytes.size()};
  }
  return std::nullopt;
}

// Four bytes for every character, of which the highest is always 0: hardly anything else is made so.
std::optional<Encoding> utf32_by_nuls(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 4 != 0) return std::nullopt;
  const std::string_view sample = bytes.substr(0, kSample);
  for (const bool little : {true, false}) {
    const auto is_character = [&](std::size_t at) {
      std::uint32_t value = 0;
      for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(sample[at + (little ? 3 - i : i)]);
      }
      return value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    };
    bool all = true;
    for (std::size_t at = 0; all && at < sample.size(); at += 4) all = is_character(at);
    if (all) return Encoding{little ? "UTF-32LE" : "UTF-32BE", 0};
  }
  return std::nullopt;
}

// Text in Latin letters has a NUL in nearly every second byte of UTF-16, always on the same side.
std::optional<Encoding> utf16_by_nuls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0' ? 1U : 0U;
  const auto [even, odd] = nuls;
  const std::size_t pairs = sample.size() / 2;
  if (pairs == 0) return std::nullopt;
  // Other scripts have NULs in their spaces and digits alone; in a longer text that is telling, if there are none elsewhere.
  const auto is_telling = [&](std::size_t here, std::size_t there) {
    if (here * 5 >= pairs * 2 && there * 20 <= here) return true;
    return pairs >= 64 && bytes.size() % 2 == 0 && here * 20 >= pairs && there == 0;
  };
  if (is_telling(odd, even)) return Encoding{"UTF-16LE", 0};
  if (is_telling(even, odd)) return Encoding{"UTF-16BE", 0};
  return std::nullopt;
}

struct Utf8Count {
  std::size_t multibyte = 0;
  std::size_t broken = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    if (data[at] < 0x80) {
      ++at;
      continue;
    }
    UChar32 value = 0;
    U8_NEXT(data, at, bytes.size(), value);
    ++(value < 0 ? count.broken : count.multibyte);
  }
  return count;
}

bool is_high(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

// Around the first bytes that are not ASCII, where alone there is something to guess by.
std::string_view telling_part(std::string_view bytes) {
  const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  return bytes.substr(first < 512 ? 0 : first - 512, kSample);
}

std::string guess_by_uchardet(std::string_view sample) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Accented letters stand alone among plain ones, whereas other scripts come in rows of bytes beyond ASCII.
bool looks_latin(std::string_view sample) {
  std::size_t high = 0;
  std::size_t paired = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (!is_high(sample[i])) continue;
    ++high;
    if ((i > 0 && is_high(sample[i - 1])) || (i + 1 < sample.size() && is_high(sample[i + 1]))) ++paired;
  }
  return paired * 2 <= high;
}

// From a handful of accents nothing can be told about Central European, Baltic or Turkish letters; with more, trust the guess.
constexpr std::size_t kTrustedAccents = 8;

// ISO-8859-15 differs from windows-1252 in eight bytes: "€" where the other has "¤", "œ" and "Ÿ" where it has fractions, "š"
// and "ž" where it has lone accents. Fractions and accents do not stand between letters, and "¤" stands nowhere.
bool is_latin9(std::string_view sample) {
  const auto letter_at = [&](std::size_t at) {
    const unsigned char byte = at < sample.size() ? static_cast<unsigned char>(sample[at]) : 0;
    return byte >= 0xC0 || (byte < 0x80 && std::isalpha(byte) != 0);
  };
  bool telling = false;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sample[at]);
    if (byte >= 0x80 && byte < 0xA0) return false;  // control characters there, letters and quotes in windows-1252
    const bool differs = byte == 0xA6 || byte == 0xA8 || byte == 0xB4 || byte == 0xB8 || (byte >= 0xBC && byte <= 0xBE);
    telling = telling || byte == 0xA4 ||
              (differs && letter_at(at + 1) && (at == 0 || !std::isdigit(static_cast<unsigned char>(sample[at - 1]))));
  }
  return telling;
}

// Seven bits a byte and escapes that switch alphabets: what mail was written in, in Japan, Korea and China.
bool has_iso_2022_escapes(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  return std::none_of(sample.begin(), sample.end(), is_high) &&
         (sample.find("\x1B$") != std::string_view::npos || sample.find("\x1B(J") != std::string_view::npos);
}

std::string plausible(const std::string& guess, std::string_view sample) {
  static const std::set<std::string, std::less<>> kCentral{"ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",  "ISO-8859-9",
                                                           "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-16", "WINDOWS-1250",
                                                           "WINDOWS-1254", "WINDOWS-1257", "IBM852",      "WINDOWS-1258"};
  static const std::set<std::string, std::less<>> kWestern{"ISO-8859-1", "WINDOWS-1252", "ASCII", ""};
  const char* western = is_latin9(sample) ? "ISO-8859-15" : "windows-1252";
  if (kWestern.contains(guess) || guess == "ISO-8859-15")
    return western;  // of which ISO-8859-1's printable characters are a part
  if (guess == "UHC") return "windows-949";
  if (!looks_latin(sample)) return guess;
  const auto accents = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_high));
  return kCentral.contains(guess) && accents >= kTrustedAccents ? guess : western;
}

// The name as IANA registered it, if ICU can convert from it. ICU 72 spells one in small letters, ICU 76 no more.
std::optional<std::string> known_to_icu(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_close(converter);
  status = U_ZERO_ERROR;
  const char* standard = ucnv_getStandardName(name.c_str(), "IANA", &status);
  const std::string registered = U_SUCCESS(status) && standard != nullptr ? standard : name;
  return registered == "gb18030" ? "GB18030" : registered;
}

// What a page may declare for text that is no UTF-8, of either width.
std::optional<std::string> single_or_double_byte(const std::string& declared) {
  const auto known = declared.empty() ? std::nullopt : known_to_icu(declared);
  return known && !known->starts_with("UTF-") ? known : std::nullopt;
}

// Beyond this share of control characters nobody wrote it; below, a stray one is dealt with where the text is spoken.
bool has_many_controls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 && "\t\n\v\f\r\x1B"sv.find(byte) == std::string_view::npos;
  }));
  return controls > 8 && controls * 10 > sample.size();
}

// Whether the first bytes, in which formats keep sizes and flags, are such as people write.
bool reads_as_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 32);
  const bool controls = std::any_of(head.begin(), head.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && std::string_view("\t\n\r\f").find(c) == std::string_view::npos) ||
           c == '\x7F';
  });
  return !controls && bytes.size() > 12;
}

}  // namespace

std::optional<std::string> recognize_binary(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes) && !(magic.sign == Sign::word && reads_as_text(bytes))) return std::string(magic.what);
  }
  if (encoding_of_mark(bytes) || utf32_by_nuls(bytes)) return std::nullopt;
  if (bytes.find('\0') != std::string_view::npos && !utf16_by_nuls(bytes)) return "binary data";
  if (!utf16_by_nuls(bytes) && has_many_controls(bytes)) return "binary data";
  return std::nullopt;
}

Encoding detect_encoding(std::string_view bytes, const std::string& declared) {
  if (const auto marked = encoding_of_mark(bytes)) return *marked;
  if (const auto utf32 = utf32_by_nuls(bytes)) return *utf32;
  if (const auto utf16 = utf16_by_nuls(bytes)) return *utf16;
  if (has_iso_2022_escapes(bytes)) {
    const std::string guess = guess_by_uchardet(bytes.substr(0, kSample));
    if (const auto known = known_to_icu(guess); known && guess.starts_with("ISO-2022")) return {*known, 0};
  }
  const Utf8Count utf8 = count_utf8(bytes);
  if (utf8.multibyte >= 2 * utf8.broken) return {"UTF-8", 0};
  if (const auto known = single_or_double_byte(declared)) return {*known, 0};
  const std::string_view sample = telling_part(bytes);
  return {known_to_icu(plausible(guess_by_uchardet(sample), sample)).value_or("windows-1252"), 0};
}

}  // namespace aloud
