#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace aloud {

/// Seconds since 1970 of a date as front matter has it: "2026-05-01", with or without a time behind "T" or a blank
/// ("10:30", "10:30:15.5"), with or without a zone ("Z", "+02:00", " +0200", " UTC"); UTC where none is given, and the day's
/// first second where there is no time. nullopt for anything else.
std::optional<std::int64_t> seconds_of_date(const std::string& text);

}  // namespace aloud
