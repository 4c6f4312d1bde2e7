#pragma once

#include <cstddef>
#include <string_view>

#include "document/plain_furniture.h"

namespace aloud {

/// Finds what belongs to a letter's transport: header lines but From, To, Cc, Subject and Date (in German, French and Spanish
/// as well), addresses in "<>" behind a name, and the signature behind a line of "-- ". A text is a letter if it begins with
/// such header lines, From or Subject among them; the line of dashes needs its blank in other texts. Adds to `found`, which
/// stays ordered. Linear.
void find_mail_furniture(std::string_view text, std::size_t body_begin, PlainFurniture& found);

}  // namespace aloud
