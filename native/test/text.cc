// Text forms of bytes, and names that are not UTF-8.
#include "codec/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "test/wire.h"

namespace netns::test {

namespace {

using namespace std::string_view_literals;
using u8 = std::uint8_t;

std::u16string decoded(std::string_view bytes) {
  // A copy of exactly this length: the sanitizer sees a sequence read past the end.
  Data copy = text(bytes).bytes;
  copy.shrink_to_fit();
  return decode_text(copy);
}

// Each byte became a lone surrogate.
std::u16string escaped(std::string_view bytes) {
  std::u16string text;
  for (char byte : bytes) text += static_cast<char16_t>(0xdc00 + static_cast<unsigned char>(byte));
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("text");

TEST_CASE("addresses") {
  CHECK(format_ip(wire(u8{192}, u8{168}, u8{0}, u8{1})) == "192.168.0.1");
  CHECK(format_ip(wire(0u)) == "0.0.0.0");
  CHECK(format_ip(wire(0xffffffffu)) == "255.255.255.255");
  CHECK(format_ip(filled(16, 0)) == "::");
  CHECK(format_ip(wire(0x80feu, 0u, 0u, 0x01000000u)) == "fe80::1");
  CHECK(format_ip(wire(0u, 0u, 0u, 0x01000000u)) == "::1");
  CHECK(format_ip(wire(0u, 0u, 0u, 0x02000100u)) == "::1:2");  // not ::0.1.0.2
  CHECK(format_ip(wire(0u, 0u, 0xffff0000u, 0x0100000au)) == "::ffff:10.0.0.1");
  CHECK(format_ip(filled(16, 0xff)) == "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
}

TEST_CASE("link-layer addresses") {
  CHECK(format_lladdr({}) == "");
  CHECK(format_lladdr(wire(u8{0x0a})) == "0a");
  CHECK(format_lladdr(wire(u8{0x02}, u8{0}, u8{0xff}, u8{0x10}, u8{0x9a}, u8{0xbc})) == "02:00:ff:10:9a:bc");
  CHECK(format_lladdr(filled(20, 0)).size() == 59);
}

TEST_CASE("ASCII") {
  CHECK(is_ascii({}));
  CHECK(is_ascii(text("eth0\x7f")));
  CHECK_FALSE(is_ascii(text("eth\x80")));
}

TEST_CASE("well-formed UTF-8, at the edges of each length") {
  CHECK(decoded("") == u"");
  CHECK(decoded("a\x7f") == u"a\x7f");
  CHECK(decoded("\xc2\x80 \xdf\xbf") == u"\u0080 \u07ff");
  CHECK(decoded("\xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 \xef\xbf\xbf") == u"\u0800 \ud7ff \ue000 \uffff");
  CHECK(decoded("\xf0\x90\x80\x80 \xf4\x8f\xbf\xbf") == u"\U00010000 \U0010ffff");
  CHECK(decoded("br\xc3\xbc""cke") == u"br\u00fccke");
  CHECK(decoded("a\0b"sv) == u"a\0b"sv);
}

TEST_CASE("what is no UTF-8 keeps its bytes") {
  const char* all[] = {
    "\x80", "\xbf", "\xff\xfe",                            // a continuation, and bytes that never occur
    "\xc0\x80", "\xc1\xbf",                                // overlong, two bytes
    "\xe0\x80\x80", "\xe0\x9f\xbf",                        // overlong, three
    "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf",                // overlong, four
    "\xed\xa0\x80", "\xed\xbf\xbf", "\xed\xa0\xbd\xed\xb8\x80",  // surrogates, alone and in pairs
    "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80",  // past U+10FFFF
    "\xc3", "\xe2\x82", "\xf0\x9f\x98",                    // cut short
  };
  for (const char* bytes : all) {
    CAPTURE(format_lladdr(text(bytes)));
    CHECK(decoded(bytes) == escaped(bytes));
    std::string around = "a" + std::string(bytes) + "z";
    CHECK(decoded(around) == u"a" + escaped(bytes) + u"z");
  }
  CHECK(decoded("\xe2\x82\xc3\xbc") == escaped("\xe2\x82") + u"\u00fc");  // cut short by the next one
}

TEST_CASE("no two names have the same text") {
  std::vector<std::u16string> texts;
  for (int first = 0; first < 256; first++)
    for (int second = 0; second < 256; second++) texts.push_back(decode_text(wire(static_cast<u8>(first), static_cast<u8>(second))));
  std::sort(texts.begin(), texts.end());
  CHECK(std::adjacent_find(texts.begin(), texts.end()) == texts.end());
}

TEST_SUITE_END();

}  // namespace netns::test
