#include "language/spoken_form/addresses.h"

namespace aloud {

Address address_in(const Tokens& tokens, std::size_t i, std::size_t end) {
  while (end > i && tokens.is_mark(end - 1) && !tokens.is(end - 1, U'/')) --end;
  Address address;
  for (std::size_t at = i; at < end; ++at) {
    address.at = address.at || tokens.is(at, U'@');
    address.slash = address.slash || tokens.is(at, U'/');
    address.backslash = address.backslash || tokens.is(at, U'\\');
    address.scheme = address.scheme || (at > i && tokens.is(at, U':') && tokens.is(at + 1, U'/') && tokens.is(at + 2, U'/'));
    if (tokens.is(at, U'.')) address.last_dot = at;
  }
  address.www = tokens.is(i, "www") && tokens.is(i + 1, U'.');
  address.end = end;
  return address;
}

std::size_t domain_end(const Tokens& tokens, std::size_t i, std::size_t end, const WordSets::Set& domains) {
  std::size_t at = i;
  bool known = false;
  for (; at < end; ++at) {
    const char32_t c = tokens.at(at).mark;
    if (c == U'.') continue;
    if (c != 0 && c != U'-' && c != U'_') break;
    known = at > i && tokens.is(at - 1, U'.') && domains.contains(tokens.str(at));
  }
  return known ? at : 0;
}

}  // namespace aloud
