// Sockets for JavaScript: opened, set up and bound on a thread inside a namespace, then handed to Node, which could do
// none of it there.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

struct SocketOption {
  int level;
  int name;
  int value;
};

// A multicast group; `device` is the link that it is joined on, empty where the kernel's routes choose.
struct SocketGroup {
  std::vector<unsigned char> address;
  std::string device;
};

// Plain data: the same plan can be carried out by whoever is inside.
struct SocketPlan {
  int family = 0;
  int type = 0;
  int protocol = 0;
  std::vector<SocketOption> options{};      // set before the rest
  std::string device{};                     // SO_BINDTODEVICE; empty for none
  bool bound = false;
  bool connected = false;                   // AF_UNIX: to `address`, which is done at once or not at all
  bool no_link_local = false;               // AF_INET6: drops what comes from senders with a link-local address
  std::vector<unsigned char> address{};     // 4 or 16 bytes of an IP address; of AF_UNIX the abstract name without its NUL
  std::uint16_t port = 0;
  std::vector<SocketGroup> groups{};
  int backlog = -1;                         // listen() with it; -1 for not at all
};

// On a thread inside the namespace. Close-on-exec, and never one of the standard three, which Node takes for something else.
Result<UniqueFd> open_socket(const SocketPlan& plan);

// Any thread: EXDEV if the socket is not of the network namespace with this file. EPERM of the question itself (it takes
// CAP_NET_ADMIN there) answers nothing, and passes.
Result<> check_namespace(int socket, dev_t device, ino_t inode);

}  // namespace netns
