// Every form in both directions: record to bytes, bytes to tree, and the tree's record to the same bytes again.
#include <doctest/doctest.h>

#include "codec/encode.h"
#include "test/sample.h"
#include "test/tree.h"

namespace netns::test {

namespace {

using Words = std::vector<std::uint32_t>;

constexpr std::uint32_t end = Encoder::end_of_set;
constexpr std::uint32_t attribute(SampleType type, std::uint32_t aux = 0) { return (root_members + type - 1u) | aux << 16; }

// Without padding that is not 0: what encoding gives.
Wire clean() { return Wire{.bytes = {}, .padding = std::byte{0}}; }

struct Example {
  const char* name;
  Words words;   // after an empty header, before the end
  Wire wire;     // what follows the header
  const char* shown;
};

const std::vector<Example>& examples() {
  using u8 = std::uint8_t;
  using u16 = std::uint16_t;
  using namespace std::string_view_literals;
  static const std::vector<Example> all = {
    {"text", {attribute(t_name), 3, 0x636261}, clean().attribute(t_name, text("abc\0"sv)), "name: 'abc'"},
    {"text of whole words", {attribute(t_name), 4, 0x64636261}, clean().attribute(t_name, text("abcd\0"sv)), "name: 'abcd'"},
    {"empty text", {attribute(t_name), 0}, clean().attribute(t_name, text("\0"sv)), "name: ''"},
    {"text without its NUL", {attribute(t_label), 4, 0x68746576}, clean().attribute(t_label, text("veth")), "label: 'veth'"},
    {"one byte", {attribute(t_u8), 200}, clean().attribute(t_u8, wire(u8{200})), "u8: 200"},
    {"big-endian", {attribute(t_be32), 0x01020304}, clean().attribute(t_be32, wire(0x04030201u)), "be32: 16909060"},
    {"signed", {attribute(t_s16), 0xfffffffe}, clean().attribute(t_s16, wire(std::int16_t{-2})), "s16: -2"},
    {"as wide as needed: 4", {attribute(t_uint), 0xffffffff, 0}, clean().attribute(t_uint, wire(0xffffffffu)), "uint: 4294967295"},
    {"as wide as needed: 8", {attribute(t_uint), 0, 1}, clean().attribute(t_uint, wire(0x100000000u)), "uint: 4294967296"},
    {"counter", {attribute(t_u64), 1, 1}, clean().attribute(t_u64, wire(0x100000001u)), "u64: 4294967297"},
    {"identity, big-endian", {attribute(t_id), 0x05060708, 0xf1020304}, clean().attribute(t_id, wire(0x08070605040302f1u)), "id: 17366446428893087496n"},
    {"MAC", {attribute(t_mac), 6, 0x03020102, 0x0504}, clean().attribute(t_mac, wire(0x03020102u, u16{0x0504})), "mac: 02:01:02:03:04:05"},
    {"lladdr", {attribute(t_lladdr), 1, 0xff}, clean().attribute(t_lladdr, wire(u8{0xff})), "lladdr: ff"},
    {"IPv4", {attribute(t_ip), 4, 0x050fa8c0}, clean().attribute(t_ip, wire(0x050fa8c0u)), "ip: 192.168.15.5"},
    {"IPv6", {attribute(t_ip), 16, 0x80fe, 0, 0, 0x01000000}, clean().attribute(t_ip, wire(0x80feu, 0u, 0u, 0x01000000u)), "ip: fe80::1"},
    {"flag", {attribute(t_flag)}, clean().attribute(t_flag, {}), "flag: true"},
    {"bytes", {attribute(t_bytes), 5, 0x04030201, 5}, clean().attribute(t_bytes, wire(0x04030201u, u8{5})), "bytes: <0102030405>"},
    {"nest", {attribute(t_inner), 0, 9, 1, 0, 8, end, end},
     clean().attribute(t_inner | NLA_F_NESTED, clean().attribute(1, wire(9u)).attribute(2, clean().attribute(1, wire(8u)))), "inner: {value: 9, deeper: {value: 8}}"},
    {"list", {attribute(t_numbers), 2, 5, 6}, clean().attribute(t_numbers, clean().attribute(1, wire(5u)).attribute(2, wire(6u))), "numbers: [5, 6]"},
    {"list of nests", {attribute(t_inners), 2, 0, 5, end, end},
     clean().attribute(t_inners, clean().attribute(1 | NLA_F_NESTED, clean().attribute(1, wire(5u))).attribute(2 | NLA_F_NESTED, {})), "inners: [{value: 5}, {}]"},
    {"list of zeros", {attribute(t_zeros), 2, 5, 6}, clean().attribute(t_zeros, clean().attribute(0, wire(5u)).attribute(0, wire(6u))), "zeros: [5, 6]"},
    {"empty list", {attribute(t_numbers), 0}, clean().attribute(t_numbers, {}), "numbers: []"},
    {"packed", {attribute(t_ports), 3, 1, 2, 3}, clean().attribute(t_ports, wire(u16{1}, u16{2}, u16{3})), "ports: [1, 2, 3]"},
    {"packed structs", {attribute(t_pairs), 2, 0, 1, 1, 2, end, 1, 3, end},
     clean().attribute(t_pairs, wire(u16{1}, u16{2}, u16{0}, u16{3})), "pairs: [{a: 1, b: 2}, {a: 0, b: 3}]"},
    {"records", {attribute(t_hops), 2, 1, 7, 3, 4, 0x0100000a, end, 2, 1, end},
     clean().attribute(t_hops, wire(u16{12}, u8{7}, u8{0}, u16{8}, u16{1}, 0x0100000au, u16{4}, u8{0}, u8{1})),
     "hops: [{length: 12, flags: 7, weight: 0, gateway: 10.0.0.1}, {length: 4, flags: 0, weight: 1}]"},
    {"selected by text", {attribute(t_kind), 3, 0x6f7774, attribute(t_data, other), 0, 3, end},
     clean().attribute(t_kind, text("two\0"sv)).attribute(t_data, clean().attribute(1, wire(u16{3})).align()), "kind: 'two', data: {short: 3}"},
    {"selected by number", {attribute(t_number), 7, attribute(t_more, inner), 0, 3, end},
     clean().attribute(t_number, wire(7u)).attribute(t_more, clean().attribute(1, wire(3u))), "number: 7, more: {value: 3}"},
    {"selected by nothing known", {attribute(t_kind), 4, 0x72756f66, attribute(t_data, Encoder::raw_bytes), 2, 0x0201},
     clean().attribute(t_kind, text("four\0"sv)).attribute(t_data, wire(u16{0x0201})), "kind: 'four', data: <0102>"},
    {"several", {attribute(t_many), 1, attribute(t_many), 2}, clean().attribute(t_many, wire(u16{1})).attribute(t_many, wire(u16{2})), "many: [1, 2]"},
    {"open tail", {attribute(t_via), 0, 2, 1, 4, 0x0100000a, end}, clean().attribute(t_via, wire(u16{2}, u16{10}, u16{0x0100})), "via: {family: 2, address: <0a000001>}"},
  };
  return all;
}

// The header of `root`, written field by field: family, port, index, pair, tail.
const Words header_words = {0, 2, 2, 8080, 3, 0xffffffff, 4, 0, 1, 1, 2, end, 5, 2, 0x0908};
Wire header_wire() { return wire(std::uint8_t{2}, std::uint8_t{0}, std::uint16_t{0x901f}, -1, std::uint16_t{1}, std::uint16_t{2}, std::uint16_t{0x0908}, std::uint16_t{0}); }
const std::string header_shown = "family: 2, port: 8080, index: -1, pair: {a: 1, b: 2}, tail: <0809>";

}  // namespace

TEST_SUITE_BEGIN("forms");

TEST_CASE("each form: record to bytes to tree to record") {
  for (const Example& example : examples()) {
    CAPTURE(std::string(example.name));
    Words words = header_words;
    words.insert(words.end(), example.words.begin(), example.words.end());
    words.push_back(end);
    Wire expected = header_wire().append(example.wire);
    expected.padding = std::byte{0};
    expected.align();
    Encoded encoded = encode(sample(), root, words);
    REQUIRE(encoded.error == "");
    CHECK(encoded.bytes == expected.bytes);
    DecodedTree decoded = decode(sample(), root, expected);
    REQUIRE(decoded.error.what == "");
    CHECK(show(sample(), decoded.tree) == "{" + header_shown + ", " + example.shown + "}");
    Encoded again = encode(sample(), root, record_of(sample(), decoded.tree));
    CHECK(again.bytes == expected.bytes);
  }
}

TEST_CASE("a whole message has its length, type and flags") {
  std::vector<std::byte> out;
  Words words = {attribute(t_u8), 7, end};
  Encoder encoder(sample(), words, out);
  REQUIRE(encoder.message(17, 5, root));
  CHECK(encoder.done());
  auto header = load<nlmsghdr>(out);
  CHECK(header.nlmsg_len == out.size());
  CHECK(out.size() == sizeof(nlmsghdr) + root_header + 8);
  CHECK(header.nlmsg_type == 17);
  CHECK(header.nlmsg_flags == 5);
}

TEST_CASE("a header that nobody filled in is zero") {
  Encoded encoded = encode(sample(), root, Words{end});
  CHECK(encoded.bytes == filled(root_header, 0).bytes);
}

TEST_SUITE_END();

}  // namespace netns::test
