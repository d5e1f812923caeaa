// What must hold for any bytes whatever. The fuzzer feeds them bytes of its own making, the test seeded random ones.
// Each gives what does not hold, nothing when all is well; reading past an end is the sanitizers' to find.
#pragma once

#include <string>

#include "codec/schema.h"
#include "netlink/attribute.h"

namespace netns::test {

// Decoding twice gives the same, and what was encoded from it decodes to what encodes to the same bytes.
std::string decoding_is_stable(const Schema& schema, int set, Bytes bytes, bool* decoded = nullptr);

// An acknowledgement's errno is an errno, its text ends at the first NUL, its numbers are 32 bits or -1.
std::string acknowledgement_is_sound(Bytes message);

// Any offset in any bytes has a path or none.
std::string paths_are_sound(const Schema& schema, int set, Bytes message);

// Whatever datagrams answer a window or a dump, each request gets an outcome, and the exchange ends.
std::string exchange_ends(Bytes answers, bool dump);

}  // namespace netns::test
