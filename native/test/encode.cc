// What the encoder refuses: records that end early, attributes too long, depth, and what no declaration gives.
#include "codec/encode.h"

#include <doctest/doctest.h>

#include "test/sample.h"
#include "test/tree.h"

namespace netns::test {

namespace {

using Words = std::vector<std::uint32_t>;

constexpr std::uint32_t end = Encoder::end_of_set;
constexpr std::uint32_t attribute(SampleType type, std::uint32_t aux = 0) { return (root_members + type - 1u) | aux << 16; }

Words bytes_of(std::uint32_t head, std::uint32_t length) {
  Words words = {head, length};
  words.resize(2 + (length + 3) / 4);
  return words;
}

std::string refusal(const Words& words, int set = root) {
  Encoded encoded = encode(sample(), set, words);
  CHECK_FALSE(encoded.ok);
  return encoded.path + ": " + encoded.error;
}

}  // namespace

TEST_SUITE_BEGIN("encode");

TEST_CASE("a record that ends early fails wherever it ends, and nothing is read past it") {
  Words words = {0, 2, 4, 0, 1, end, 5, 2, 0x0908, attribute(t_name), 9, 0, 0, 0, attribute(t_u64), 1, 1, attribute(t_uint), 1, 1, attribute(t_inner), 0, 9, end,
                 attribute(t_numbers), 2, 5, 6, attribute(t_hops), 1, 1, 7, end, attribute(t_data, inner), 0, 1, end,
                 attribute(t_more, Encoder::raw_bytes), 4, 0, attribute(t_pairs), 1, 0, 1, end, attribute(t_via), 1, 5, 0, 0, end, end};
  CHECK(encode(sample(), root, words).ok);
  for (std::size_t length = 0; length < words.size(); length++) {
    CAPTURE(length);
    CHECK(refusal(Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length))).ends_with(": record ends early"));
  }
}

TEST_CASE("lengths of bytes that go past the end, up to the greatest") {
  for (std::uint32_t length : {5u, 0x7fffffffu, 0xfffffffcu, 0xffffffffu}) {
    CHECK(refusal({attribute(t_name), length, 0}) == "name: record ends early");
    CHECK(refusal({attribute(t_data, Encoder::raw_bytes), length, 0}) == "data: record ends early");
    CHECK(refusal({5, length, 0}) == "tail: record ends early");
  }
}

TEST_CASE("an attribute has at most 65535 bytes, with its header") {
  const std::string too_long = "longer than the 65535 bytes that an attribute can have";
  Words fits = bytes_of(attribute(t_bytes), 65531);
  fits.push_back(end);
  CHECK(encode(sample(), root, fits).ok);
  CHECK(refusal(bytes_of(attribute(t_bytes), 65532)) == "bytes: " + too_long);
  CHECK(refusal(bytes_of(attribute(t_name), 65531)) == "name: " + too_long);  // and its NUL
  CHECK(refusal(bytes_of(attribute(t_bytes), 1 << 20)) == "bytes: " + too_long);

  // Each attribute within the limit, the nest around them not.
  Words nest = {attribute(t_self)};
  for (SampleType type : {t_bytes, t_lladdr}) {
    Words more = bytes_of(attribute(type), 40000);
    nest.insert(nest.end(), more.begin(), more.end());
  }
  nest.push_back(end);
  CHECK(refusal(nest) == "self: " + too_long);
  nest.insert(nest.begin(), attribute(t_self));
  CHECK(refusal(nest) == "self.self: " + too_long);

  Words list = {attribute(t_ports), 40000};
  list.resize(2 + 40000);
  CHECK(refusal(list) == "ports: " + too_long);
  Words record = {attribute(t_hops), 1};
  Words gateway = bytes_of(4 - 1, 65530);
  record.insert(record.end(), gateway.begin(), gateway.end());
  record.push_back(end);
  CHECK(refusal(record) == "hops[0]: " + too_long);
}

TEST_CASE("paths lead through nests, elements and selected sets") {
  CHECK(refusal({attribute(t_inner), 1, 1, 0}) == "inner.deeper.deeper.value: record ends early");
  CHECK(refusal({attribute(t_inners), 2, end, 0}) == "inners[1].value: record ends early");
  CHECK(refusal({attribute(t_data, other), 0}) == "data.short: record ends early");
  CHECK(refusal({4, 1}) == "pair.b: record ends early");
}

TEST_CASE("depth is limited, as it is for decoding") {
  Words words(Schema::max_depth - 1, attribute(t_self));
  words.resize(words.size() + Schema::max_depth, end);
  CHECK(encode(sample(), root, words).ok);
  words.insert(words.begin(), attribute(t_self));
  CHECK(refusal(words).ends_with(".self: nested too deeply"));
}

TEST_CASE("what the tables do not have") {
  CHECK(refusal({36, 0}) == ": no such field");
  CHECK(refusal({0xfffe, 0}) == ": no such field");
  CHECK(refusal({attribute(t_data, 6), end}) == "data: no such set");
  CHECK(refusal({attribute(t_data, 0xfffe), end}) == "data: no such set");
  CHECK(refusal({end}, -1) == ": no such set");
  CHECK(refusal({end}, 6) == ": no such set");
  CHECK(refusal({1, 0}) == ": a header cannot hold this");  // padding
  CHECK(refusal({5, 3, 0}) == "tail: wrong length");
  CHECK(refusal({5, 1, 0}) == "tail: wrong length");
}

TEST_SUITE_END();

}  // namespace netns::test
