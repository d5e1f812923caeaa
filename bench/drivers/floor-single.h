// The part of floor.c in which each operation is waited for alone: the synchronous round trip.
#pragma once

static void one_link(struct wire *wire, struct result *result, int i, int veth) {
  char near_name[IFNAMSIZ], far_name[IFNAMSIZ];
  static char buffer[receive_size];
  double start = now();
  if (veth) {
    struct end near = { .name = name_of(near_name, "v", i), .netns = -1 }, far = { .name = name_of(far_name, "p", i), .netns = -1 };
    put_veth(wire, &near, &far);
    flush(wire);
  } else {
    struct ifinfomsg *head = begin_link(wire, RTM_GETLINK, 0);
    head->ifi_index = 1;
    put_u32(wire, IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    if (send(wire->fd, wire->bytes, wire->used, 0) < 0) fail("send", strerror(errno));
    wire->used = 0;
    wire->queued = 0;
    wire->last = NULL;
    receive(wire->fd, buffer);
    if (((struct nlmsghdr *)buffer)->nlmsg_type != RTM_NEWLINK) fail("RTM_GETLINK", "not answered with a link");
  }
  add_latency(result, start);
}

static void one_by_one(struct result *result, int veth) {
  double start = now();
  for (int i = 0; i < size; i++) one_link(&here, result, i, veth);
  result->seconds = now() - start;
}
