// Where in a request the kernel's finger points: the dotted path of the attribute at an offset, found by walking the
// bytes that were sent with the tables by which they were sent.
#pragma once

#include <cstdint>
#include <string>

#include "codec/schema.h"
#include "netlink/attribute.h"

namespace netns {

// `offset` counts from the start of `message` (its nlmsghdr), as NLMSGERR_ATTR_OFFS does. Empty: points at nothing known.
std::string path_at(const Schema& schema, int set, Bytes message, std::uint32_t offset);

// The path of an attribute that is not there: `nest` is the offset of the nest that lacks it (-1: the message itself).
std::string path_of_missing(const Schema& schema, int set, Bytes message, std::int64_t nest, std::uint16_t type);

}  // namespace netns
