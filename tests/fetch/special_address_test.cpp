#include "fetch/special_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cstring>
#include <string>

namespace aloud {
namespace {

std::string kind_of(const char* address) {
  sockaddr_storage storage{};
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  if (inet_pton(AF_INET, address, &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    std::memcpy(&storage, &v4, sizeof v4);
  } else if (inet_pton(AF_INET6, address, &v6.sin6_addr) == 1) {
    v6.sin6_family = AF_INET6;
    std::memcpy(&storage, &v6, sizeof v6);
  }
  const char* kind = special_kind_of(reinterpret_cast<const sockaddr&>(storage));
  return kind == nullptr ? "internet" : kind;
}

TEST(SpecialAddress, IsToldFromThoseOfTheInternetAtBothBordersOfEachRange) {
  struct Range {
    const char *before, *first, *last, *behind, *kind;
  };
  for (const Range& range : {Range{"9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0", "private"},
                             {"172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0", "private"},
                             {"192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0", "private"},
                             {"100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0", "private"},
                             {"126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0", "loopback"},
                             {"169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0", "link-local"},
                             {"223.255.255.255", "224.0.0.0", "239.255.255.255", "223.0.0.1", "multicast"},
                             {"223.255.255.255", "240.0.0.0", "255.255.255.255", "1.0.0.0", "reserved"},
                             {"fbff::", "fc00::", "fdff:ffff::", "fe00::", "private"},
                             {"fe7f:ffff::", "fe80::", "febf:ffff::", "2a00::", "link-local"},
                             {"2001:200::", "2001::", "2001:1ff:ffff::", "2001:4860:4860::8888", "tunnel"}}) {
    EXPECT_EQ(kind_of(range.before), "internet") << range.before;
    EXPECT_NE(kind_of(range.first).find(range.kind), std::string::npos) << range.first << ' ' << kind_of(range.first);
    EXPECT_NE(kind_of(range.last).find(range.kind), std::string::npos) << range.last << ' ' << kind_of(range.last);
    EXPECT_EQ(kind_of(range.behind), "internet") << range.behind;
  }
}

TEST(SpecialAddress, IsFoundWithinIPv6) {
  for (const char* address : {"::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::1",
                              "::", "::127.0.0.1", "ff02::1", "fec0::1", "2001:db8::1", "::ffff:0.0.0.0"})
    EXPECT_NE(kind_of(address), "internet") << address;
  for (const char* address : {"::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2606:4700::1111"})
    EXPECT_EQ(kind_of(address), "internet") << address;
}

TEST(SpecialAddress, IsAnythingThatIsNoAddressOfTheInternet) {
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  EXPECT_STREQ(special_kind_of(reinterpret_cast<const sockaddr&>(local)), "of an unknown kind");
}

}  // namespace
}  // namespace aloud
