// What ethtool(8) learns by ioctl, since netlink does not tell it: which driver a link has, and the driver's own counters.
// Called inside the namespace: the socket is opened there.
#pragma once

#include <linux/ethtool.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "runtime/result.h"

namespace netns {

Result<ethtool_drvinfo> driver_info(int index);

using Counters = std::vector<std::pair<std::string, std::uint64_t>>;
Result<Counters> driver_counters(int index);

// Text of a fixed length, which may fill it without a NUL.
std::string fixed_text(const char* text, std::size_t length);

}  // namespace netns
