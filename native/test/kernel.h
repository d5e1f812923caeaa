// A kernel made of a socket pair: a thread plays a script at the far end, and `socket` is the near end. Neither rtnetlink
// nor privileges are needed; what AF_UNIX cannot do (ENOBUFS) is tested with a real socket in overrun.cc.
#pragma once

#include <sys/socket.h>

#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "netlink/socket.h"
#include "test/wire.h"

namespace netns::test {

struct Sent {
  nlmsghdr header;
  Data payload;
};

class FakeKernel {
 public:
  using Script = std::function<void(FakeKernel&)>;
  // SOCK_SEQPACKET tells when the other end is gone; SOCK_DGRAM takes datagrams from strangers too.
  explicit FakeKernel(Script script, int type = SOCK_SEQPACKET);
  ~FakeKernel();

  // The near end, once.
  Socket socket();
  // Waits for the end of the script.
  void finish();

  // What the script calls. `receive` gives the requests of one sendmsg, none when the other end is closed.
  std::vector<Sent> receive();
  void send(const Wire& datagram);
  void hang_up();
  // From another socket than the kernel's; SOCK_DGRAM only, and after it the near end can send no more.
  void forge(const Wire& datagram);

 private:
  UniqueFd near_, near_copy_, far_;
  std::thread thread_;
};

// What follows the errno of an acknowledgement.
struct Words {
  std::string text = {};
  std::optional<std::uint32_t> offset = {}, missing_type = {}, missing_nest = {};
  bool capped = true;  // only the header of the request is quoted
};

Wire ack(const Sent& request);
Wire error(const Sent& request, int error, const Words& words = {});
Wire done(const Sent& request, int error = 0, const Words& words = {}, std::uint16_t flags = 0);
Wire part(const Sent& request, Bytes payload, std::uint16_t flags = 0);  // a message that comes back

// Several messages in one datagram.
Wire together(std::initializer_list<Wire> messages);

}  // namespace netns::test
