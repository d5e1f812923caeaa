#include "codec/text.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace netns {

namespace {

// An IPv6 address of which only the last two groups count. inet_ntop takes it for an IPv4-compatible one and writes
// ::0.1.0.2 for ::1:2; RFC 4291 did away with those, and lib/values/ip.ts writes groups as well.
bool is_low_group_pair(Bytes bytes) {
  auto zero = [](std::byte byte) { return byte == std::byte{0}; };
  return bytes.size() == 16 && std::all_of(bytes.begin(), bytes.begin() + 12, zero) && !(zero(bytes[12]) && zero(bytes[13]));
}

}  // namespace

std::string format_ip(Bytes bytes) {
  char text[INET6_ADDRSTRLEN];
  if (is_low_group_pair(bytes)) {
    unsigned high = std::to_integer<unsigned>(bytes[12]) << 8 | std::to_integer<unsigned>(bytes[13]);
    unsigned low = std::to_integer<unsigned>(bytes[14]) << 8 | std::to_integer<unsigned>(bytes[15]);
    return std::string(text, static_cast<std::size_t>(std::snprintf(text, sizeof text, "::%x:%x", high, low)));
  }
  if (bytes.size() == 16) return ::inet_ntop(AF_INET6, bytes.data(), text, sizeof text);
  char* at = text;
  for (std::size_t index = 0; index < bytes.size(); index++) {
    if (index > 0) *at++ = '.';
    at = std::to_chars(at, text + sizeof text, std::to_integer<unsigned>(bytes[index])).ptr;
  }
  return std::string(text, at);
}

std::string format_lladdr(Bytes bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 3);
  for (std::byte byte : bytes) {
    if (!text.empty()) text += ':';
    text += digits[std::to_integer<unsigned>(byte) >> 4];
    text += digits[std::to_integer<unsigned>(byte) & 15];
  }
  return text;
}

bool is_ascii(Bytes bytes) {
  for (std::byte byte : bytes)
    if (std::to_integer<unsigned>(byte) > 0x7f) return false;
  return true;
}

namespace {

// Length of the well-formed UTF-8 sequence at the start (RFC 3629: no overlong form, no surrogate), 0 if there is none.
std::size_t sequence(Bytes bytes, char32_t& code) {
  auto byte = [&](std::size_t index) { return std::to_integer<char32_t>(bytes[index]); };
  char32_t first = byte(0);
  std::size_t length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length == 0 || length > bytes.size()) return 0;
  code = length == 1 ? first : first & (0x7fu >> length);
  for (std::size_t index = 1; index < length; index++) {
    if ((byte(index) & 0xc0) != 0x80) return 0;
    code = code << 6 | (byte(index) & 0x3f);
  }
  bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  return overlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0 : length;
}

}  // namespace

std::u16string decode_text(Bytes bytes) {
  std::u16string text;
  while (!bytes.empty()) {
    char32_t code = 0;
    std::size_t length = sequence(bytes, code);
    if (length == 0) {
      text += static_cast<char16_t>(0xdc00 + std::to_integer<unsigned>(bytes[0]));
      length = 1;
    } else if (code < 0x10000) {
      text += static_cast<char16_t>(code);
    } else {
      text += static_cast<char16_t>(0xd7c0 + (code >> 10));
      text += static_cast<char16_t>(0xdc00 + (code & 0x3ff));
    }
    bytes = bytes.subspan(length);
  }
  return text;
}

}  // namespace netns
