// What an acknowledgement says: the errno of NLMSG_ERROR or NLMSG_DONE, and the extended acknowledgement behind it.
#pragma once

#include <cstdint>
#include <string>

#include "netlink/attribute.h"

namespace netns {

struct Acknowledgement {
  int error = 0;                       // positive errno, 0 for success
  std::string text;                    // NLMSGERR_ATTR_MSG
  std::int64_t offset = -1;            // NLMSGERR_ATTR_OFFS: of the attribute disliked, in the request
  std::int64_t missing_nest = -1;      // NLMSGERR_ATTR_MISS_NEST
  std::int64_t missing_type = -1;      // NLMSGERR_ATTR_MISS_TYPE
};

// `message` is an NLMSG_ERROR or NLMSG_DONE. Something malformed behind the errno never hides the errno.
Acknowledgement read_acknowledgement(const Message& message);

}  // namespace netns
