#include "netlink/loopback.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

#include "netlink/transaction.h"

namespace netns {

Result<> bring_up_loopback(Socket& socket, int stop_fd) {
  struct {
    nlmsghdr header;
    ifinfomsg link;
  } message{};
  message.header.nlmsg_len = sizeof message;
  message.header.nlmsg_type = RTM_NEWLINK;
  message.header.nlmsg_flags = NLM_F_REQUEST;
  message.link.ifi_index = 1;  // LOOPBACK_IFINDEX: the kernel makes it first in every namespace
  message.link.ifi_flags = message.link.ifi_change = IFF_UP;
  Bytes bytes = std::as_bytes(std::span(&message, 1));
  auto batch = std::make_shared<Batch>();
  batch->bytes.assign(bytes.begin(), bytes.end());
  batch->requests.push_back({.token = 0, .mode = Mode::Ack, .reply_set = -1, .request_set = -1, .skip = 0, .offset = 0, .length = bytes.size()});
  std::vector<Answer> answers{{.queued = {batch, 0}, .outcome = Outcome::Unknown, .ack = {}, .why = "", .reply = {}}};
  std::uint32_t sequence = 0;
  Transaction(socket, sequence, std::chrono::seconds(30), stop_fd).exchange(answers);
  if (answers[0].outcome == Outcome::Done) return Nothing{};
  return Failure{answers[0].ack.error ? answers[0].ack.error : ETIMEDOUT, answers[0].outcome == Outcome::NotSent ? "sendmsg" : "netlink", {}};
}

}  // namespace netns
