// The mounts that a command in a network namespace expects, as `ip netns exec` makes them: a /sys that shows the
// namespace's links, and the files of /etc/netns/NAME over those of /etc. All in a mount namespace of the command's own.
#pragma once

#include "report.h"

namespace netns_exec {

/// Leaves the parent's mount namespace and replaces /sys; with a `name`, the files of /etc too. Any failure ends the process.
/// The process must be in the network namespace already: sysfs shows the one that it is mounted in.
void make_mounts(const char* name, const Reporter& report);

}  // namespace netns_exec
