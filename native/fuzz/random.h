// Seeded random input for the properties: bytes that follow the tables far enough to get deep into them, with a lie
// now and then.
#pragma once

#include <random>

#include "codec/schema.h"
#include "test/wire.h"

namespace netns::test {

using Random = std::mt19937;

Data random_bytes(Random& random, std::size_t length);
// The content of a set: header, attributes, and what is in them. `lies` of 1000 lengths are wrong.
Data random_set(Random& random, const Schema& schema, int set, unsigned lies);

}  // namespace netns::test
