// TUN and TAP links, which are made by attaching to /dev/net/tun and not by a message. Whoever holds a queue's descriptor reads
// what the kernel sends out of the link, and writes what it is to receive.
#pragma once

#include <string>
#include <vector>

#include "runtime/result.h"
#include "runtime/unique_fd.h"

namespace netns {

struct TunPlan {
  std::string name;
  bool tap = false;         // Ethernet frames instead of IP packets
  bool pi = false;          // four bytes before each packet: flags and protocol
  bool vnet_header = false; // a virtio_net_hdr before each packet
  bool multi_queue = false;
  bool persist = false;     // it outlives its descriptors
  int queues = 1;
  int index = 0;            // of the link; 0 for the kernel's choice
  int owner = -1;           // uid and gid that may attach; -1 for whoever has CAP_NET_ADMIN
  int group = -1;
};

// On a thread inside the namespace, to which the link belongs from then on. The descriptors are close-on-exec and do not block.
// EBUSY: there is a link of that name already.
Result<std::vector<UniqueFd>> open_tun(const TunPlan& plan);

}  // namespace netns
