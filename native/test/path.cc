// From the offset in an extended acknowledgement to the attribute's path.
#include "codec/path.h"

#include <doctest/doctest.h>

#include "test/sample.h"
#include "test/wire.h"

namespace netns::test {

namespace {

constexpr std::uint32_t start = sizeof(nlmsghdr), after_header = start + root_header;

// u8 | inner {value | deeper {value}} | an unknown attribute | kind | data {short} | hops
Wire request() {
  Wire payload = filled(root_header, 0);
  payload.attribute(t_u8, filled(1))                                                                       // 0: 5, padded
      .attribute(t_inner | NLA_F_NESTED, Wire{}.attribute(1, filled(4)).attribute(2, Wire{}.attribute(1, filled(4))))  // 8: value 12, deeper 20, deeper.value 24
      .attribute(77, filled(4))                                                                            // 32
      .attribute(t_kind, text("two"))                                                                      // 40: 7, padded
      .attribute(t_data, Wire{}.attribute(1, filled(2)))                                                   // 48: short 52
      .attribute(t_via, filled(6));                                                                        // 60: 6 bytes, padded
  return Wire{}.message(16, 0, 1, payload);
}

std::string at(std::uint32_t offset) {
  return path_at(sample(), root, request(), offset);
}

std::string missing(std::int64_t nest, std::uint16_t type) { return path_of_missing(sample(), root, request(), nest, type); }

}  // namespace

TEST_SUITE_BEGIN("path");

TEST_CASE("an attribute, wherever in it the offset points") {
  CHECK(at(after_header) == "u8");
  CHECK(at(after_header + 4) == "u8");
  CHECK(at(after_header + 8) == "inner");
  CHECK(at(after_header + 11) == "inner");
  CHECK(at(after_header + 12) == "inner.value");
  CHECK(at(after_header + 16) == "inner.value");
  CHECK(at(after_header + 20) == "inner.deeper");
  CHECK(at(after_header + 24) == "inner.deeper.value");
  CHECK(at(after_header + 40) == "kind");
  CHECK(at(after_header + 48) == "data");
  CHECK(at(after_header + 52) == "data.short");
}

TEST_CASE("a member of the header") {
  CHECK(at(start) == "family");
  CHECK(at(start + 3) == "port");
  CHECK(at(start + 4) == "index");
  CHECK(at(start + 9) == "pair");
  CHECK(at(after_header + 60 + 4) == "via.family");
  CHECK(at(after_header + 60 + 7) == "via");
}

TEST_CASE("an attribute that the tables lack, padding, and places outside") {
  CHECK(at(after_header + 32) == "attribute 77");
  CHECK(at(after_header + 39) == "attribute 77");
  CHECK(at(after_header + 5) == "");
  CHECK(at(0) == "");
  CHECK(at(start - 1) == "");
  std::uint32_t size = static_cast<std::uint32_t>(request().bytes.size());
  for (std::uint32_t offset : {size, size + 1, 0x7fffffffu, 0xffffffffu}) CHECK(at(offset) == "");
}

TEST_CASE("an attribute that is missing, in the message or in a nest") {
  CHECK(missing(-1, t_name) == "name");
  CHECK(missing(-1, 99) == "attribute 99");
  CHECK(missing(after_header + 8, 2) == "inner.deeper");
  CHECK(missing(after_header + 20, 1) == "inner.deeper.value");
  CHECK(missing(after_header + 48, 1) == "data.short");
  CHECK(missing(after_header + 48, 9) == "data.attribute 9");
  CHECK(missing(after_header, 1) == "u8.attribute 1");        // no nest: a number has no names
  CHECK(missing(after_header + 32, 1) == "attribute 77.attribute 1");
}

TEST_CASE("a nest that lies outside the message has no names either") {
  for (std::int64_t nest : {std::int64_t{0}, std::int64_t{start - 1}, static_cast<std::int64_t>(request().bytes.size()), std::int64_t{0xffffffff}}) {
    CAPTURE(nest);
    CHECK(missing(nest, t_name) == "attribute 1");
  }
}

TEST_CASE("a message cut short, and one nested without end") {
  Data whole = request().bytes;
  for (std::size_t length = 0; length < whole.size(); length++) {
    Data cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    for (std::uint32_t offset = 0; offset < 90; offset++) path_at(sample(), root, cut, offset);
  }
  Wire deep = filled(root_header, 0);
  for (int depth = 0; depth < 40; depth++) deep = filled(root_header, 0).attribute(t_self, deep);
  Wire message = Wire{}.message(16, 0, 1, deep);
  std::string path = path_at(sample(), root, message, static_cast<std::uint32_t>(message.bytes.size() - 1));
  CHECK(path.size() == std::string("self.").size() * (Schema::max_depth + 1) - 1);  // no further
}

TEST_SUITE_END();

}  // namespace netns::test
