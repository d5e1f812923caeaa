// Raw rtnetlink for the floor: messages are laid out in one buffer, sent many at a time, and only the last of a window asks for
// an acknowledgement; the kernel reports a failure of any other all the same.
#pragma once
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <stdarg.h>
#include <sys/socket.h>
#include <unistd.h>
#include "result.h"

enum { window = 64, buffer_size = 1 << 18, receive_size = 1 << 16 };

struct wire {
  int fd;
  uint32_t sequence;
  int queued;
  size_t used;
  struct nlmsghdr *last;
  char *bytes;
};

static inline int open_netlink(void) {
  int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (fd < 0) fail("socket", strerror(errno));
  int on = 1;
  // Without it an acknowledgement of a failure repeats the whole request.
  setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on);
  return fd;
}

static inline struct wire open_wire(int fd) {
  return (struct wire){ .fd = fd, .sequence = 1, .bytes = calloc(1, buffer_size) };
}

static inline void *grow(struct wire *wire, size_t size) {
  size_t aligned = NLMSG_ALIGN(size);
  if (wire->used + aligned > buffer_size) fail("message", "buffer is full");
  void *at = memset(wire->bytes + wire->used, 0, aligned);
  wire->used += aligned;
  if (wire->last) wire->last->nlmsg_len = (uint32_t)((char *)wire->bytes + wire->used - (char *)wire->last);
  return at;
}

static inline void *begin(struct wire *wire, uint16_t type, uint16_t flags, size_t head) {
  wire->last = NULL;
  struct nlmsghdr *header = grow(wire, sizeof *header);
  uint16_t all = NLM_F_REQUEST | flags;
  *header = (struct nlmsghdr){ .nlmsg_len = sizeof *header, .nlmsg_type = type, .nlmsg_flags = all, .nlmsg_seq = wire->sequence++ };
  wire->last = header;
  wire->queued++;
  return grow(wire, head);
}

static inline struct ifinfomsg *begin_link(struct wire *wire, uint16_t type, uint16_t flags) {
  return begin(wire, type, flags, sizeof(struct ifinfomsg));
}

static inline void put(struct wire *wire, uint16_t type, const void *data, size_t size) {
  struct rtattr *attribute = grow(wire, RTA_LENGTH(size));
  *attribute = (struct rtattr){ .rta_len = (uint16_t)RTA_LENGTH(size), .rta_type = type };
  memcpy(RTA_DATA(attribute), data, size);
}

static inline void put_u32(struct wire *wire, uint16_t type, uint32_t value) { put(wire, type, &value, sizeof value); }
static inline void put_name(struct wire *wire, uint16_t type, const char *name) { put(wire, type, name, strlen(name) + 1); }

static inline struct rtattr *open_nest(struct wire *wire, uint16_t type) {
  struct rtattr *nest = grow(wire, sizeof *nest);
  *nest = (struct rtattr){ .rta_len = sizeof *nest, .rta_type = type };
  return nest;
}

static inline void close_nest(struct wire *wire, struct rtattr *nest) {
  nest->rta_len = (uint16_t)(wire->bytes + wire->used - (char *)nest);
}

static inline ssize_t receive(int fd, char *buffer) {
  ssize_t size = recv(fd, buffer, receive_size, MSG_TRUNC);
  if (size < 0) fail("recv", strerror(errno));
  if (size > receive_size) fail("recv", "truncated");
  return size;
}

// Sends what is queued and waits for the acknowledgement of the last; the first failure ends the program.
static inline void flush(struct wire *wire) {
  if (!wire->queued) return;
  wire->last->nlmsg_flags |= NLM_F_ACK;
  uint32_t last = wire->last->nlmsg_seq;
  if (send(wire->fd, wire->bytes, wire->used, 0) < 0) fail("send", strerror(errno));
  wire->used = 0;
  wire->queued = 0;
  wire->last = NULL;
  static _Thread_local char buffer[receive_size];
  for (;;) {
    unsigned left = (unsigned)receive(wire->fd, buffer);
    for (struct nlmsghdr *header = (void *)buffer; NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
      if (header->nlmsg_type != NLMSG_ERROR) continue;
      const struct nlmsgerr *error = NLMSG_DATA(header);
      if (error->error) fail("netlink", strerror(-error->error));
      if (header->nlmsg_seq == last) return;
    }
  }
}

static inline void flush_when_full(struct wire *wire) {
  if (wire->queued >= window) flush(wire);
}

static inline const char *name_of(char *buffer, const char *prefix, int i) {
  snprintf(buffer, IFNAMSIZ, "%s%d", prefix, i);
  return buffer;
}

struct end {
  const char *name;
  int index;        // 0: the kernel chooses
  int up, master;
  int netns;        // descriptor; -1: here
};

static inline void put_end(struct wire *wire, const struct end *end) {
  put_name(wire, IFLA_IFNAME, end->name);
  // One queue each: veth_init_queues else waits for an RCU grace period, at each end.
  put_u32(wire, IFLA_NUM_TX_QUEUES, 1);
  put_u32(wire, IFLA_NUM_RX_QUEUES, 1);
  if (end->netns >= 0) put_u32(wire, IFLA_NET_NS_FD, (uint32_t)end->netns);
  if (end->master) put_u32(wire, IFLA_MASTER, (uint32_t)end->master);
}

static inline void put_veth(struct wire *wire, const struct end *near, const struct end *far) {
  struct ifinfomsg *head = begin_link(wire, RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
  *head = (struct ifinfomsg){ .ifi_index = near->index, .ifi_flags = near->up ? IFF_UP : 0, .ifi_change = near->up ? IFF_UP : 0 };
  put_end(wire, near);
  struct rtattr *info = open_nest(wire, IFLA_LINKINFO);
  put(wire, IFLA_INFO_KIND, "veth", 4);
  struct rtattr *data = open_nest(wire, IFLA_INFO_DATA), *peer = open_nest(wire, VETH_INFO_PEER);
  struct ifinfomsg *peer_head = grow(wire, sizeof *peer_head);
  peer_head->ifi_index = far->index;
  put_end(wire, far);
  close_nest(wire, peer);
  close_nest(wire, data);
  close_nest(wire, info);
}

static inline void put_up(struct wire *wire, int index, const char *name) {
  struct ifinfomsg *head = begin_link(wire, RTM_NEWLINK, 0);
  *head = (struct ifinfomsg){ .ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP };
  if (name) put_name(wire, IFLA_IFNAME, name);
}

// Counts only before IFF_UP, and not in the message that makes the link.
static inline void put_no_ipv6(struct wire *wire, const char *name) {
  begin_link(wire, RTM_NEWLINK, 0);
  put_name(wire, IFLA_IFNAME, name);
  struct rtattr *spec = open_nest(wire, IFLA_AF_SPEC), *inet6 = open_nest(wire, AF_INET6);
  uint8_t none = 1;   // IN6_ADDR_GEN_MODE_NONE
  put(wire, IFLA_INET6_ADDR_GEN_MODE, &none, sizeof none);
  close_nest(wire, inet6);
  close_nest(wire, spec);
}

// To a prefix of `length` bits, through a gateway or straight out of a link.
static inline void put_route(struct wire *wire, uint16_t type, uint16_t flags, uint32_t to, int length, uint32_t via, int index) {
  struct rtmsg *head = begin(wire, type, flags, sizeof *head);
  *head = (struct rtmsg){ .rtm_family = AF_INET, .rtm_dst_len = (unsigned char)length, .rtm_table = RT_TABLE_MAIN, .rtm_protocol = RTPROT_BOOT,
    .rtm_scope = via ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK, .rtm_type = RTN_UNICAST };
  if (length) put_u32(wire, RTA_DST, htonl(to));
  if (via) put_u32(wire, RTA_GATEWAY, htonl(via));
  put_u32(wire, RTA_OIF, (uint32_t)index);
}

static inline void put_address(struct wire *wire, uint16_t type, uint32_t address, int length, int index) {
  struct ifaddrmsg *head = begin(wire, type, type == RTM_NEWADDR ? NLM_F_CREATE | NLM_F_EXCL : 0, sizeof *head);
  *head = (struct ifaddrmsg){ .ifa_family = AF_INET, .ifa_prefixlen = (uint8_t)length, .ifa_index = (uint32_t)index };
  put_u32(wire, IFA_LOCAL, htonl(address));
  put_u32(wire, IFA_ADDRESS, htonl(address));
}
