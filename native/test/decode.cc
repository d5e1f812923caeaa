// What the decoder passes over, and what it refuses with which path.
#include "codec/decode.h"

#include <doctest/doctest.h>

#include "test/sample.h"
#include "test/tree.h"

namespace netns::test {

namespace {

using u8 = std::uint8_t;
using u16 = std::uint16_t;

const std::string zero_header = "family: 0, port: 0, index: 0, pair: {a: 0, b: 0}, tail: <0000>";
Wire zeros() { return filled(root_header, 0); }

std::string shown(const Wire& attributes) {
  DecodedTree decoded = decode(sample(), root, zeros().append(attributes));
  CHECK(decoded.error.what == "");
  std::string text = show(sample(), decoded.tree);
  std::string before = "{" + zero_header;
  REQUIRE(text.starts_with(before));
  return text.substr(before.size(), text.size() - before.size() - 1);
}

std::string refusal(const Wire& attributes) {
  DecodedTree decoded = decode(sample(), root, zeros().append(attributes));
  CHECK(decoded.tree == nullptr);
  return decoded.error.path + ": " + decoded.error.what;
}

std::string refusal(std::uint16_t type, std::size_t length) { return refusal(Wire{}.attribute(type, filled(length, 0))); }

}  // namespace

TEST_SUITE_BEGIN("decode");

TEST_CASE("a wrong length is an error with its path") {
  CHECK(refusal(t_u8, 0) == "u8: 0 bytes where 1 are expected");
  CHECK(refusal(t_u8, 2) == "u8: 2 bytes where 1 are expected");
  CHECK(refusal(t_be32, 3) == "be32: 3 bytes where 4 are expected");
  CHECK(refusal(t_be32, 8) == "be32: 8 bytes where 4 are expected");
  CHECK(refusal(t_s16, 1) == "s16: 1 bytes where 2 are expected");
  for (int length : {0, 1, 3, 5, 7, 9, 16}) CHECK(refusal(t_uint, static_cast<std::size_t>(length)) == "uint: " + std::to_string(length) + " bytes where 4 or 8 are expected");
  CHECK(refusal(t_u64, 4) == "u64: 4 bytes where 8 are expected");
  CHECK(refusal(t_id, 7) == "id: 7 bytes where 8 are expected");
  CHECK(refusal(t_mac, 5) == "mac: 5 bytes where 6 are expected");
  CHECK(refusal(t_mac, 20) == "mac: 20 bytes where 6 are expected");
  for (int length : {0, 3, 5, 15, 17}) CHECK(refusal(t_ip, static_cast<std::size_t>(length)) == "ip: " + std::to_string(length) + " bytes where an address has 4 or 16");
  CHECK(refusal(t_ip4, 16) == "ip4: 16 bytes where 4 are expected");
  CHECK(refusal(t_ports, 3) == "ports: 3 bytes where elements have 2");
  CHECK(refusal(t_pairs, 6) == "pairs: 6 bytes where elements have 4");
  CHECK(refusal(Wire{}.attribute(t_inner, Wire{}.attribute(1, filled(3)))) == "inner.value: 3 bytes where 4 are expected");
  CHECK(refusal(Wire{}.attribute(t_inner, Wire{}.attribute(2, Wire{}.attribute(1, filled(3))))) == "inner.deeper.value: 3 bytes where 4 are expected");
  CHECK(refusal(Wire{}.attribute(t_numbers, Wire{}.attribute(1, filled(4)).attribute(2, filled(2)))) == "numbers[1]: 2 bytes where 4 are expected");
  CHECK(refusal(Wire{}.attribute(t_inners, Wire{}.attribute(1, Wire{}.attribute(1, filled(2))))) == "inners[0].value: 2 bytes where 4 are expected");
  CHECK(refusal(Wire{}.attribute(t_hops, wire(u16{4}, u16{0}, u16{10}, u16{0}).attribute(1, filled(2)))) == "hops[1].gateway: 2 bytes where an address has 4 or 16");
  CHECK(refusal(Wire{}.attribute(t_kind, text("two")).attribute(t_data, Wire{}.attribute(1, filled(4)))) == "data.short: 4 bytes where 2 are expected");
  CHECK(refusal(Wire{}.attribute(t_many, filled(2)).attribute(t_many, filled(4))) == "many: 4 bytes where 2 are expected");
}

TEST_CASE("lengths that go past the end") {
  const std::string past_end = "an attribute's length goes past the end";
  CHECK(refusal(Wire{}.attribute(t_u8, filled(1)).align().add(u16{3}).add(u16{t_name})) == ": " + past_end);
  CHECK(refusal(wire(u16{9}, u16{t_name}).append(filled(4))) == ": " + past_end);
  CHECK(refusal(Wire{}.attribute(t_inner, wire(u16{9}, u16{1}).append(filled(4)))) == "inner: " + past_end);
  CHECK(refusal(Wire{}.attribute(t_numbers, wire(u16{9}, u16{1}).append(filled(4)))) == "numbers: an element's length goes past the end");
  CHECK(refusal(Wire{}.attribute(t_hops, wire(u16{9}, u16{0}))) == "hops: an element's length goes past the end");
  CHECK(refusal(filled(2)) == ": " + past_end);
}

TEST_CASE("a message shorter than its header is refused; a struct may be shorter or longer than declared") {
  for (std::size_t length : {0, 1, 15}) {
    DecodedTree decoded = decode(sample(), root, filled(length));
    CHECK(decoded.error.what == std::to_string(length) + " bytes where the header alone has 16");
  }
  CHECK(decode(sample(), root, zeros()).tree != nullptr);
  CHECK(shown(Wire{}.attribute(t_pair, {})) == ", pairOnly: {}");
  CHECK(shown(Wire{}.attribute(t_pair, wire(u16{1}))) == ", pairOnly: {a: 1}");
  CHECK(shown(Wire{}.attribute(t_pair, wire(u16{1}, u8{2}))) == ", pairOnly: {a: 1}");
  CHECK(shown(Wire{}.attribute(t_pair, wire(u16{1}, u16{2}, 0xffffffffu))) == ", pairOnly: {a: 1, b: 2}");
  CHECK(shown(Wire{}.attribute(t_via, wire(u16{2}))) == ", via: {family: 2}");
  CHECK(shown(Wire{}.attribute(t_via, wire(u8{2}))) == ", via: {}");
}

TEST_CASE("unknown attributes are passed over, whatever is in them") {
  Wire bytes = Wire{}.attribute(99, filled(7)).attribute(t_u8, wire(u8{1})).attribute(0, {}).attribute(0x3fff, filled(3)).attribute(t_flag, {});
  CHECK(shown(bytes) == ", u8: 1, flag: true");
}

TEST_CASE("of an attribute that stands twice the first counts, and the second is not even looked at") {
  CHECK(shown(Wire{}.attribute(t_u8, wire(u8{1})).attribute(t_u8, wire(u8{2}))) == ", u8: 1");
  CHECK(shown(Wire{}.attribute(t_u8, wire(u8{1})).attribute(t_u8, filled(9))) == ", u8: 1");
  CHECK(shown(Wire{}.attribute(t_kind, text("two")).attribute(t_kind, text("one")).attribute(t_data, Wire{}.attribute(1, wire(u16{5})))) == ", kind: 'two', data: {short: 5}");
}

TEST_CASE("what selects may stand behind what is selected, and need not be there") {
  Wire data = Wire{}.attribute(1, wire(u16{5}));
  CHECK(shown(Wire{}.attribute(t_data, data).attribute(t_kind, text("two"))) == ", kind: 'two', data: {short: 5}");
  CHECK(shown(Wire{}.attribute(t_data, wire(u16{5}))) == ", data: <0500>");
  CHECK(shown(Wire{}.attribute(t_number, wire(8u)).attribute(t_more, wire(u16{5}))) == ", number: 8, more: <0500>");
  CHECK(shown(Wire{}.attribute(t_number, wire(7u)).attribute(t_more, Wire{}.attribute(1, wire(5u)))) == ", number: 7, more: {value: 5}");
}

TEST_CASE("text ends at its NUL, or at the end of the attribute") {
  using namespace std::string_view_literals;
  CHECK(shown(Wire{}.attribute(t_name, text("ab\0cd"sv))) == ", name: 'ab'");
  CHECK(shown(Wire{}.attribute(t_name, text("ab"))) == ", name: 'ab'");
  CHECK(shown(Wire{}.attribute(t_name, {})) == ", name: ''");
  CHECK(shown(Wire{}.attribute(t_label, text("longer than its width"))) == ", label: 'longer than its width'");
}

TEST_CASE("numbers at their edges") {
  CHECK(shown(Wire{}.attribute(t_s16, wire(std::int16_t{-32768}))) == ", s16: -32768");
  CHECK(shown(Wire{}.attribute(t_u64, wire(std::uint64_t{1} << 53))) == ", u64: 9007199254740992.000000");
  CHECK(shown(Wire{}.attribute(t_id, wire(std::uint64_t{0xff}))) == ", id: 18374686479671623680n");
  CHECK(shown(Wire{}.attribute(t_uint, wire(0xffffffffu)).attribute(t_be32, wire(0xffffffffu))) == ", be32: 4294967295, uint: 4294967295");
}

TEST_CASE("fields to skip are not looked at") {
  Mask skip;
  skip.set(root_members + t_inner - 1);
  Wire bytes = zeros().attribute(t_inner, filled(3)).attribute(t_u8, wire(u8{1}));
  DecodedTree decoded = decode(sample(), root, bytes, &skip);
  REQUIRE(decoded.tree);
  CHECK(show(sample(), decoded.tree) == "{" + zero_header + ", u8: 1}");
}

TEST_CASE("depth is limited") {
  // The message is the first level, `inner` the second, each `deeper` one more.
  Wire bytes;
  for (int depth = 3; depth <= Schema::max_depth; depth++) bytes = Wire{}.attribute(2, bytes);
  CHECK(decode(sample(), root, zeros().attribute(t_inner, bytes)).tree != nullptr);
  DecodedTree decoded = decode(sample(), root, zeros().attribute(t_inner, Wire{}.attribute(2, bytes)));
  CHECK(decoded.tree == nullptr);
  CHECK(decoded.error.what == "nested too deeply");
  CHECK(decoded.error.path == "inner.deeper.deeper.deeper.deeper.deeper.deeper.deeper.deeper.deeper.deeper.deeper");
}

TEST_SUITE_END();

}  // namespace netns::test
