// User namespaces: what lets an ordinary user have network namespaces. Whoever makes one has every capability in it, also
// from outside (cap_capable() looks at the owner); only entering a network namespace takes a process inside.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

// Ids of the outside, from /etc/subuid or /etc/subgid.
struct IdRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct IdRanges {
  IdRange users, groups;
};

// Makes a user namespace in which root is the caller. With ranges newuidmap(1) and newgidmap(1) give it those ids from 1
// up; without, it has no other user. Blocks: call it on a worker thread.
Result<UniqueFd> make_userns(const std::optional<IdRanges>& ranges);

// The user namespace that owns a network namespace, where that is another than the caller's and one below it; otherwise nothing.
UniqueFd owner_below(int namespace_fd);

}  // namespace netns
