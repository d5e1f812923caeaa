// AttributeRange, MessageRange, RecordRange: the only bounds check over bytes from outside.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "test/wire.h"

namespace netns::test {

namespace {

struct Walked {
  std::vector<std::size_t> lengths;
  bool broken;
};

std::size_t length_of(const Attribute& attribute) { return attribute.payload.size(); }
std::size_t length_of(const Message& message) { return message.payload.size(); }
std::size_t length_of(Bytes record) { return record.size(); }

// The bytes are copied to a block of exactly their size, so that the sanitizer sees each step past the end.
template <typename Walk>
Walked walk(Bytes bytes) {
  std::unique_ptr<std::byte[]> block(new std::byte[bytes.size()]);
  std::copy(bytes.begin(), bytes.end(), block.get());
  Walk range(Bytes(block.get(), bytes.size()));
  Walked walked{{}, false};
  for (const auto& item : range) walked.lengths.push_back(length_of(item));
  walked.broken = range.broken();
  return walked;
}

using Lengths = std::vector<std::size_t>;

}  // namespace

TEST_SUITE_BEGIN("ranges");

TEST_CASE("attributes: whole ones, padding between them, none after the last") {
  Wire bytes = Wire{}.attribute(1, filled(4)).attribute(2 | NLA_F_NESTED, filled(0)).attribute(3, filled(5)).attribute(4, filled(1));
  auto walked = walk<AttributeRange>(bytes);
  CHECK(walked.lengths == Lengths{4, 0, 5, 1});
  CHECK_FALSE(walked.broken);
  CHECK(walk<AttributeRange>({}).lengths.empty());
  CHECK_FALSE(walk<AttributeRange>({}).broken);
}

TEST_CASE("attributes: the type is told without its flags") {
  Wire bytes = Wire{}.attribute(7 | NLA_F_NESTED | NLA_F_NET_BYTEORDER, {});
  AttributeRange range(bytes);
  CHECK((*range.begin()).type == 7);
}

TEST_CASE("attributes: lengths that lie") {
  Wire first = Wire{}.attribute(1, filled(4));
  for (std::uint16_t length : {0, 1, 3}) {  // shorter than the header itself
    CAPTURE(length);
    auto walked = walk<AttributeRange>(Wire(first).add(length).add(std::uint16_t{2}));
    CHECK(walked.lengths == Lengths{4});
    CHECK(walked.broken);
  }
  auto past = walk<AttributeRange>(Wire(first).add(std::uint16_t{9}).add(std::uint16_t{2}).append(filled(4)));
  CHECK(past.lengths == Lengths{4});
  CHECK(past.broken);
  CHECK(walk<AttributeRange>(wire(std::uint16_t{0xffff}, std::uint16_t{2})).broken);
  for (std::size_t tail : {1, 2, 3}) CHECK(walk<AttributeRange>(Wire(first).append(filled(tail))).broken);
  CHECK_FALSE(walk<AttributeRange>(wire(std::uint16_t{8}, std::uint16_t{2}).append(filled(4))).broken);
}

TEST_CASE("messages: exact fit, unaligned tail, lengths that lie") {
  Wire bytes = Wire{}.message(16, 0, 1, filled(5)).message(17, 0, 2, filled(0)).message(18, 0, 3, filled(3));
  auto walked = walk<MessageRange>(bytes);
  CHECK(walked.lengths == Lengths{5, 0, 3});
  CHECK_FALSE(walked.broken);
  for (std::uint32_t length : {0u, 15u, 17u, 0x7fffffffu, 0xfffffffdu, 0xffffffffu}) {
    CAPTURE(length);
    Wire lying = Wire{}.message(16, 0, 1, {});
    std::memcpy(lying.bytes.data(), &length, sizeof length);
    CHECK(walk<MessageRange>(lying).lengths.empty());
    CHECK(walk<MessageRange>(lying).broken);
  }
  CHECK(walk<MessageRange>(Bytes(bytes).first(15)).broken);
}

TEST_CASE("records: the length is the record's own first two bytes") {
  Wire bytes = wire(std::uint16_t{8}, std::uint16_t{0}, 1u, std::uint16_t{6}, std::uint16_t{0}, std::uint16_t{1}, std::uint16_t{0xeeee}, std::uint16_t{4}, std::uint16_t{0});
  auto walked = walk<RecordRange>(bytes);
  CHECK(walked.lengths == Lengths{8, 6, 4});
  CHECK_FALSE(walked.broken);
  CHECK(walk<RecordRange>(wire(std::uint16_t{3}, std::uint16_t{0})).broken);
  CHECK(walk<RecordRange>(wire(std::uint16_t{5}, std::uint16_t{0})).broken);
  CHECK(walk<RecordRange>(wire(std::uint16_t{0}, std::uint16_t{0}, 1u)).lengths.empty());
}

TEST_CASE("a load past the end gives 0") {
  Wire bytes = wire(std::uint16_t{0x1234}, std::uint8_t{0x56});
  CHECK(load<std::uint16_t>(bytes) == 0x1234);
  CHECK(load<std::uint16_t>(bytes, 1) == 0x5612);
  CHECK(load<std::uint16_t>(bytes, 2) == 0);
  CHECK(load<std::uint32_t>(bytes) == 0);
  CHECK(load<std::uint64_t>(Bytes{}) == 0);
}

TEST_CASE("random bytes: every walk ends, and within the bytes") {
  std::mt19937 random(20250917);
  for (int round = 0; round < 20000; round++) {
    Data bytes(random() % 96);
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(random() % (round % 2 ? 256 : 24));
    std::size_t most = bytes.size() / 4 + 1;
    REQUIRE(walk<AttributeRange>(bytes).lengths.size() <= most);
    REQUIRE(walk<MessageRange>(bytes).lengths.size() <= most);
    REQUIRE(walk<RecordRange>(bytes).lengths.size() <= most);
  }
}

TEST_SUITE_END();

}  // namespace netns::test
