#pragma once

#include <cstddef>

#include "language/spoken_form/phrase_table.h"
#include "language/spoken_form/tokens.h"

namespace aloud {

/// Glued tokens that can be an address: of mail, of the web, or of a file.
struct Address {
  std::size_t end = 0;       ///< token after it
  std::size_t last_dot = 0;  ///< the last period's token
  bool at = false, slash = false, backslash = false;
  bool scheme = false;  ///< "https://"
  bool www = false;
};

/// What stands in the tokens [i, end), but for the punctuation that ends a sentence rather than an address.
Address address_in(const Tokens& tokens, std::size_t i, std::size_t end);

/// The longest address from token `i` on; without tokens if there is none. `may_hold(mark)`: whether that mark can be within
/// one. A bracket that closes where none was opened ends it. Nobody reads out more than 250 tokens, and looking for them must
/// have an end: such a stretch is none.
template <typename MayHold>
Address address_at(const Tokens& tokens, std::size_t i, MayHold may_hold) {
  constexpr std::size_t kLongest = 250;
  std::size_t end = i;
  for (int open = 0; end == i || tokens.glued(end); ++end) {
    if (end - i > kLongest) return {};
    if (tokens.is_mark(end) && !may_hold(tokens.str(end))) break;
    if (tokens.is(end, U'(')) ++open;
    if (tokens.is(end, U')') && --open < 0) break;
  }
  return address_in(tokens, i, end);
}

/// The end of labels with periods between from token `i` on, before `end`, if the last is one of `domains`; else 0.
std::size_t domain_end(const Tokens& tokens, std::size_t i, std::size_t end, const WordSets::Set& domains);

}  // namespace aloud
