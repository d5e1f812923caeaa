// The one request that is made without a schema: a new namespace's loopback comes up on the thread that makes the
// namespace, before anybody else can see it.
#pragma once

#include "netlink/socket.h"

namespace netns {

Result<> bring_up_loopback(Socket& socket, int stop_fd);

}  // namespace netns
