// Bytes put together as netlink lays them out: what a kernel would answer, or what encoding should give. Not the
// encoder under test, and without its checks: wrong lengths are made on purpose.
#pragma once

#include <linux/netlink.h>

#include <cstring>
#include <string_view>
#include <vector>

#include "netlink/attribute.h"

namespace netns::test {

using Data = std::vector<std::byte>;

class Wire {
 public:
  Data bytes = {};
  std::byte padding{0xee};  // not 0, so that padding taken for data is seen

  operator Bytes() const { return bytes; }

  template <typename T>
  Wire& add(T value) {
    Bytes raw = std::as_bytes(std::span(&value, 1));
    return append(raw);
  }
  Wire& text(std::string_view text) { return append(std::as_bytes(std::span(text))); }
  Wire& append(Bytes more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
    return *this;
  }
  Wire& align() {
    bytes.resize(align4(bytes.size()), padding);
    return *this;
  }
  Wire& attribute(std::uint16_t type, Bytes payload) {
    align();
    add(static_cast<std::uint16_t>(payload.size() + sizeof(nlattr))).add(type);
    return append(payload);
  }
  Wire& message(std::uint16_t type, std::uint16_t flags, std::uint32_t sequence, Bytes payload) {
    align();
    add(nlmsghdr{.nlmsg_len = static_cast<std::uint32_t>(payload.size() + sizeof(nlmsghdr)), .nlmsg_type = type, .nlmsg_flags = flags, .nlmsg_seq = sequence, .nlmsg_pid = 0});
    return append(payload);
  }
};

// wire(std::uint8_t{1}, 5u): the values one after the other.
template <typename... T>
Wire wire(T... values) {
  Wire made;
  (made.add(values), ...);
  return made;
}

inline Wire text(std::string_view text) { return Wire{}.text(text); }

inline Wire filled(std::size_t length, unsigned char with = 0xaa) {
  Wire made;
  made.bytes.assign(length, std::byte{with});
  return made;
}

}  // namespace netns::test
