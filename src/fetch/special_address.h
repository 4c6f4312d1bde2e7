#pragma once

struct sockaddr;

namespace aloud {

/// What an IPv4 or IPv6 address is, where it is none that the internet leads to: "this machine's own (loopback)", "of a private
/// network", …, as IANA's registries of special-purpose addresses have it (RFC 6890 and its successors). An IPv4 address within
/// an IPv6 one is judged as itself. nullptr: an address of the internet. Of any other family: "of an unknown kind".
const char* special_kind_of(const sockaddr& address);

}  // namespace aloud
