// The part of floor.c that lists: each message is read once, into an array of structures.
#pragma once

struct link { int index; unsigned flags, mtu, link, master; uint8_t operstate, address[6]; char name[IFNAMSIZ], kind[16]; };
struct route { uint32_t to, via, oif, priority, table; uint8_t length, protocol, scope, type; };
static void *listed;

static uint32_t u32_of(const struct rtattr *attribute) {
  uint32_t value;
  memcpy(&value, RTA_DATA(attribute), sizeof value);
  return value;
}

static void text_of(const struct rtattr *attribute, char *text, size_t room) {
  size_t length = RTA_PAYLOAD(attribute);
  memcpy(text, RTA_DATA(attribute), length < room ? length : room - 1);
}

static void read_kind(const struct rtattr *info, struct link *link) {
  int left = (int)RTA_PAYLOAD(info);
  for (const struct rtattr *attribute = RTA_DATA(info); RTA_OK(attribute, left); attribute = RTA_NEXT(attribute, left))
    if (attribute->rta_type == IFLA_INFO_KIND) text_of(attribute, link->kind, sizeof link->kind);
}

static void read_link(const struct nlmsghdr *header, struct result *result) {
  const struct ifinfomsg *head = NLMSG_DATA(header);
  struct link *link = (struct link *)listed + result->count++;
  *link = (struct link){ .index = head->ifi_index, .flags = head->ifi_flags };
  int left = (int)IFLA_PAYLOAD(header);
  for (const struct rtattr *attribute = IFLA_RTA(head); RTA_OK(attribute, left); attribute = RTA_NEXT(attribute, left)) {
    switch (attribute->rta_type & NLA_TYPE_MASK) {
      case IFLA_IFNAME: text_of(attribute, link->name, sizeof link->name); break;
      case IFLA_MTU: link->mtu = u32_of(attribute); break;
      case IFLA_LINK: link->link = u32_of(attribute); break;
      case IFLA_MASTER: link->master = u32_of(attribute); break;
      case IFLA_OPERSTATE: link->operstate = *(uint8_t *)RTA_DATA(attribute); break;
      case IFLA_ADDRESS: memcpy(link->address, RTA_DATA(attribute), RTA_PAYLOAD(attribute) < 6 ? RTA_PAYLOAD(attribute) : 6); break;
      case IFLA_LINKINFO: read_kind(attribute, link); break;
    }
  }
  result->checksum += link->index + (long)link->mtu + (long)strlen(link->name);
}

static void read_route(const struct nlmsghdr *header, struct result *result) {
  const struct rtmsg *head = NLMSG_DATA(header);
  struct route *route = (struct route *)listed + result->count;
  *route = (struct route){ .length = head->rtm_dst_len, .protocol = head->rtm_protocol, .scope = head->rtm_scope, .type = head->rtm_type };
  int left = (int)RTM_PAYLOAD(header);
  for (const struct rtattr *attribute = RTM_RTA(head); RTA_OK(attribute, left); attribute = RTA_NEXT(attribute, left)) {
    switch (attribute->rta_type) {
      case RTA_DST: route->to = ntohl(u32_of(attribute)); break;
      case RTA_GATEWAY: route->via = ntohl(u32_of(attribute)); break;
      case RTA_OIF: route->oif = u32_of(attribute); break;
      case RTA_PRIORITY: route->priority = u32_of(attribute); break;
      case RTA_TABLE: route->table = u32_of(attribute); break;
    }
  }
  if (route->table != RT_TABLE_MAIN) return;
  result->count++;
  result->checksum += route->length + (long)route->oif;
}

static void dump(struct result *result, int routes) {
  result->count = result->checksum = 0;
  if (routes) {
    struct rtmsg *head = begin(&here, RTM_GETROUTE, NLM_F_DUMP, sizeof *head);
    head->rtm_family = AF_INET;
    put_u32(&here, RTA_TABLE, RT_TABLE_MAIN);
  } else {
    begin_link(&here, RTM_GETLINK, NLM_F_DUMP);
    put_u32(&here, IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
  }
  if (send(here.fd, here.bytes, here.used, 0) < 0) fail("send", strerror(errno));
  here.used = 0;
  here.queued = 0;
  here.last = NULL;
  static char buffer[receive_size];
  for (;;) {
    unsigned left = (unsigned)receive(here.fd, buffer);
    for (struct nlmsghdr *header = (void *)buffer; NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
      if (header->nlmsg_type == NLMSG_DONE) return;
      if (header->nlmsg_type == NLMSG_ERROR) fail("dump", strerror(-((struct nlmsgerr *)NLMSG_DATA(header))->error));
      (routes ? read_route : read_link)(header, result);
    }
  }
}

static void dump_repeatedly(struct result *result, int routes) {
  listed = calloc((size_t)size + 1000, sizeof(struct link));
  int strict = 1;
  setsockopt(here.fd, SOL_NETLINK, NETLINK_GET_STRICT_CHK, &strict, sizeof strict);
  dump(result, routes);
  double start = now();
  for (int at = 0; at < repeats; at++) dump(result, routes);
  result->seconds = now() - start;
  result->repeat = repeats;
}
