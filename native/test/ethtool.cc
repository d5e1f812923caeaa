// Questions to drivers by ioctl, as far as a machine needs nothing but its loopback for them: that has neither a driver nor
// counters. What a veth answers is in test/live/network/ethtool.test.ts.
#include "runtime/ethtool.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <string_view>

namespace netns::test {

TEST_SUITE_BEGIN("ethtool");

constexpr int loopback = 1;
constexpr int nowhere = 0x7ffffffe;

TEST_CASE("a link without a driver") {
  Result<ethtool_drvinfo> info = driver_info(loopback);
  REQUIRE_FALSE(info);
  CHECK(info.failure().error == EOPNOTSUPP);
  CHECK(std::string_view(info.failure().syscall) == "ioctl");
  Result<Counters> counters = driver_counters(loopback);
  REQUIRE_FALSE(counters);
  CHECK(counters.failure().error == EOPNOTSUPP);
}

TEST_CASE("a link that is not there") {
  CHECK(driver_info(nowhere).failure().error == ENODEV);
  CHECK(driver_counters(nowhere).failure().error == ENODEV);
}

TEST_CASE("text that fills its place has no NUL") {
  const char full[4] = {'v', 'e', 't', 'h'};
  CHECK(fixed_text(full, sizeof full) == "veth");
  const char short_text[4] = {'l', 'o', 0, 'x'};
  CHECK(fixed_text(short_text, sizeof short_text) == "lo");
}

TEST_SUITE_END();

}  // namespace netns::test
