// Schema::finish: tables that would lead the codec astray are refused, since they come from another language.
#include "codec/schema.h"

#include <doctest/doctest.h>

#include <functional>

#include "test/sample.h"

namespace netns::test {

namespace {

std::string refusal(const std::function<void(Schema&)>& spoil) {
  Schema schema = sample();
  spoil(schema);
  return schema.finish();
}

Field& member(Schema& schema, int index) { return schema.fields[static_cast<std::size_t>(schema.sets[root].first + index)]; }
Field& attribute(Schema& schema, SampleType type) { return member(schema, root_members + type - 1); }

}  // namespace

TEST_SUITE_BEGIN("schema");

TEST_CASE("sound tables have nothing wrong, and types lead to fields") {
  CHECK(refusal([](Schema&) {}) == "");
  const Schema& schema = sample();
  const Set& set = schema.sets[root];
  CHECK(schema.field(set, schema.find(set, t_name)).name == "name");
  CHECK(schema.field(set, schema.find(set, t_pair)).name == "pairOnly");
  CHECK(schema.find(set, 0) == -1);
  CHECK(schema.find(set, t_zeros + 1) == -1);
  CHECK(schema.find(set, 0xffff) == -1);
}

TEST_CASE("references to nothing") {
  for (int child : {-1, 1000}) {
    CHECK(refusal([&](Schema& schema) { attribute(schema, t_inner).child = child; }) == "field inner refers to nothing");
    CHECK(refusal([&](Schema& schema) { attribute(schema, t_hops).child = child; }) == "field hops refers to nothing");
    CHECK(refusal([&](Schema& schema) { attribute(schema, t_ports).child = child; }) == "field ports refers to nothing");
    CHECK(refusal([&](Schema& schema) { attribute(schema, t_data).child = child; }) == "field data refers to nothing");
    CHECK(refusal([&](Schema& schema) { schema.selectors[0].sets["one"] = child; }) == "selector entry one refers to nothing");
    CHECK(refusal([&](Schema& schema) { schema.selectors[0].by = child; }) == "field data is selected by nothing");
    CHECK(refusal([&](Schema& schema) { schema.sets[root].first = child; }) == "a set's fields lie outside the table");
  }
  CHECK(refusal([](Schema& schema) { schema.sets[other].attributes = 100; }) == "a set's fields lie outside the table");
  CHECK(refusal([](Schema& schema) { schema.sets[root].attributes = 122; }) == "a set has more than 128 fields");
}

TEST_CASE("numbers of impossible widths, attributes without a type") {
  CHECK(refusal([](Schema& schema) { attribute(schema, t_be32).width = 3; }) == "field be32 refers to nothing");
  CHECK(refusal([](Schema& schema) { attribute(schema, t_id).width = 4; }) == "field id refers to nothing");
  for (int type : {-1, 0x4000}) CHECK(refusal([&](Schema& schema) { attribute(schema, t_u8).type = type; }) == "field u8 has no attribute type");
}

TEST_CASE("members outside their header") {
  for (int offset : {-1, 13, 1 << 20}) CHECK(refusal([&](Schema& schema) { member(schema, 3).offset = offset; }) == "member index lies outside its header");
  CHECK(refusal([](Schema& schema) { member(schema, 3).width = 0; }) == "member index lies outside its header");
  CHECK(refusal([](Schema& schema) { schema.sets[root].header = 18; }) == "a header before attributes is not padded");
}

TEST_SUITE_END();

}  // namespace netns::test
