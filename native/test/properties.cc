// The fuzzer's properties over seeded random bytes, for every set of the real tables: a fuzzer run that ends, and
// that is the same each time.
#include "fuzz/properties.h"

#include <doctest/doctest.h>

#include "fuzz/random.h"
#include "fuzz/tables.h"
#include "test/sample.h"

namespace netns::test {

namespace {

constexpr int rounds = 60;

// How many of the inputs were decoded: a property that nothing gets to proves nothing.
int stable(const Schema& schema, int set, unsigned lies, int count) {
  Random random(static_cast<Random::result_type>(set * 7 + 1));
  int decoded = 0;
  for (int round = 0; round < count; round++) {
    bool was = false;
    std::string wrong = decoding_is_stable(schema, set, random_set(random, schema, set, lies), &was);
    CAPTURE(set);
    CAPTURE(round);
    REQUIRE(wrong == "");
    decoded += was;
  }
  return decoded;
}

}  // namespace

TEST_SUITE_BEGIN("properties");

TEST_CASE("the real tables: every set decodes and encodes to the same, again and again") {
  const Schema& schema = real_tables();
  for (int set = 0; set < static_cast<int>(schema.sets.size()); set++) {
    CHECK(stable(schema, set, 0, rounds) == rounds);
    stable(schema, set, 60, rounds);
    Random random(7);
    for (int round = 0; round < rounds; round++) REQUIRE(decoding_is_stable(schema, set, random_bytes(random, random() % 80)) == "");
  }
}

TEST_CASE("the tests' own tables, with every form") {
  const Schema& schema = sample();
  for (int set = 0; set < static_cast<int>(schema.sets.size()); set++) {
    CHECK(stable(schema, set, 0, 1000) > 900);
    CHECK(stable(schema, set, 60, 1000) > 100);
  }
}

TEST_CASE("acknowledgements of any bytes") {
  Random random(11);
  for (int round = 0; round < 20000; round++) {
    std::uint16_t type = random() % 2 ? NLMSG_ERROR : NLMSG_DONE;
    Wire message = Wire{}.message(type, static_cast<std::uint16_t>(random()), 1, random_bytes(random, random() % 64));
    REQUIRE(acknowledgement_is_sound(message) == "");
  }
  for (std::int32_t status : {INT32_MIN, INT32_MIN + 1, INT32_MAX, -4096, -4095}) REQUIRE(acknowledgement_is_sound(Wire{}.message(NLMSG_ERROR, 0, 1, wire(status))) == "");
}

TEST_CASE("paths of any offset") {
  const Schema& schema = real_tables();
  for (int set = 0; set < static_cast<int>(schema.sets.size()); set++) {
    Random random(static_cast<Random::result_type>(set));
    for (int round = 0; round < 10; round++) {
      Wire message = Wire{}.message(16, 0, 1, random_set(random, schema, set, 60));
      REQUIRE(paths_are_sound(schema, set, message) == "");
    }
  }
}

TEST_CASE("exchanges and dumps over any answers") {
  Random random(13);
  for (int round = 0; round < 300; round++) {
    Wire answers;
    for (std::uint32_t count = random() % 4; count > 0; count--) {
      auto type = static_cast<std::uint16_t>(random() % 20);
      Wire datagram = Wire{}.message(type, static_cast<std::uint16_t>(random()), random() % 5, random_bytes(random, random() % 40));
      if (random() % 8 == 0) datagram.bytes[random() % datagram.bytes.size()] = static_cast<std::byte>(random() & 0xff);
      answers.add(static_cast<std::uint16_t>(datagram.bytes.size())).append(datagram);
    }
    REQUIRE(exchange_ends(answers, round % 2 == 0) == "");
  }
}

TEST_SUITE_END();

}  // namespace netns::test
