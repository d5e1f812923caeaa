// The floor: what the kernel itself charges. Each trial the cheapest way known, whatever that does to the code: nothing of it is
// reusable, and a failure ends the program. Linked with wire.h only; no library.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include "wire.h"

enum { first_index = 100000, tag_window = 1000, up_window = 1000, private_group = 0x62656e63 };

static int size;
static int lean;          // links without IPv6
static struct wire here;

struct pod { int netns, socket; };
static struct pod *pods;

static void create_pairs(const char *near_prefix, const char *far_prefix, struct end near, struct end far, int named_pods) {
  char near_name[IFNAMSIZ], far_name[IFNAMSIZ];
  for (int i = 0; i < size; i++) {
    near.name = name_of(near_name, near_prefix, i);
    far.name = named_pods ? "eth0" : name_of(far_name, far_prefix, i);
    if (named_pods) {
      near.index = far.index = first_index + i;
      far.netns = pods[i].netns;
    }
    put_veth(&here, &near, &far);
    flush_when_full(&here);
  }
  flush(&here);
}

// All at once: the first multicasts of IPv6 on each link are flooded to all ports that are up by then, by workers that want
// RTNL too, and the sooner all is over the fewer of them fall within it.
static void bring_up(struct wire *wire, const char *prefix) {
  char name[IFNAMSIZ];
  for (int i = 0; i < size; i++) {
    if (lean) put_no_ipv6(wire, name_of(name, prefix, i));
    put_up(wire, 0, name_of(name, prefix, i));
    if (wire->queued >= up_window) flush(wire);
  }
  flush(wire);
}

static int named_netns(const char *name) {
  char path[64];
  snprintf(path, sizeof path, "/run/netns/%s", name);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail(path, strerror(errno));
  return fd;
}

static void *open_inside(void *argument) {
  int *fd = argument;
  if (setns(*fd, CLONE_NEWNET)) fail("setns", strerror(errno));
  *fd = open_netlink();
  return NULL;
}

static int socket_in(int netns) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, open_inside, &netns)) fail("pthread_create", "no thread");
  pthread_join(thread, NULL);
  return netns;
}

static void to_other_netns(struct result *result) {
  int netns = named_netns("other"), bridge = (int)if_nametoindex("br0");
  struct wire there = open_wire(socket_in(netns));
  double start = now();
  create_pairs("v", "p", (struct end){ .master = bridge, .netns = -1 }, (struct end){ .netns = netns }, 0);
  // The second end that comes up brings the carrier, to both. With IPv6 that had better be the one that is no port.
  if (!lean) bring_up(&here, "v");
  bring_up(&there, "p");
  if (lean) bring_up(&here, "v");
  result->seconds = now() - start;
}

// unregister_netdevice_many waits for one RCU barrier, however many links there are in the group.
static void delete_by_group(const char *prefix) {
  char name[IFNAMSIZ];
  for (int i = 0; i < size; ) {
    for (int end = i + tag_window; i < end && i < size; i++) {
      begin_link(&here, RTM_NEWLINK, 0);
      put_name(&here, IFLA_IFNAME, name_of(name, prefix, i));
      put_u32(&here, IFLA_GROUP, private_group);
    }
    begin_link(&here, RTM_DELLINK, 0);
    put_u32(&here, IFLA_GROUP, private_group);
    flush(&here);
  }
}

struct share { const char *prefix; int from, to, keep; };

static void make_netns(const char *prefix, int i, int keep) {
  char path[64];
  snprintf(path, sizeof path, "/run/netns/%s%d", prefix, i);
  int file = open(path, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0);
  if (file < 0) fail(path, strerror(errno));
  close(file);
  if (unshare(CLONE_NEWNET)) fail("unshare", strerror(errno));
  if (mount("/proc/thread-self/ns/net", path, "", MS_BIND, NULL)) fail("mount", strerror(errno));
  if (!keep) return;
  pods[i] = (struct pod){ .socket = open_netlink(), .netns = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC) };
}

static void *make_share(void *argument) {
  const struct share *share = argument;
  for (int i = share->from; i < share->to; i++) make_netns(share->prefix, i, share->keep);
  return NULL;
}

// Two threads: setup_net is not all under a lock. More gain nothing.
static void make_all_netns(const char *prefix, int keep) {
  struct share halves[2] = { { prefix, 0, size / 2, keep }, { prefix, size / 2, size, keep } };
  pthread_t threads[2];
  for (int at = 0; at < 2; at++)
    if (pthread_create(&threads[at], NULL, make_share, &halves[at])) fail("pthread_create", "no thread");
  for (int at = 0; at < 2; at++) pthread_join(threads[at], NULL);
}

static void furnish(struct wire *inside, int i) {
  inside->fd = pods[i].socket;
  int eth0 = first_index + i;
  put_up(inside, 1, NULL);
  put_address(inside, RTM_NEWADDR, pod_address(i), 16, eth0);
  if (lean) put_no_ipv6(inside, "eth0");
  put_up(inside, eth0, NULL);
  put_route(inside, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, 0, 0, gateway(), eth0);
  flush(inside);
}

static void attach(struct result *result) {
  pods = calloc((size_t)size, sizeof *pods);
  int bridge = (int)if_nametoindex("br0");
  struct wire inside = open_wire(-1);
  double start = now();
  make_all_netns("pod", 1);
  create_pairs("h", NULL, (struct end){ .master = bridge, .netns = -1 }, (struct end){ 0 }, 1);
  for (int i = 0; i < size; i++) furnish(&inside, i);
  // A port that comes up makes the bridge look at all the others: last, when nothing else is left to do.
  bring_up(&here, "h");
  result->seconds = now() - start;
}

static void remove_names(const char *prefix) {
  char path[64];
  for (int i = 0; i < size; i++) {
    snprintf(path, sizeof path, "/run/netns/%s%d", prefix, i);
    if (umount2(path, MNT_DETACH) || unlink(path)) fail(path, strerror(errno));
  }
}

static void detach(void) {
  delete_by_group("h");
  remove_names("pod");
}

static void addresses(struct result *result, uint16_t type) {
  char name[IFNAMSIZ];
  int links[address_links];
  for (int i = 0; i < address_links; i++) links[i] = (int)if_nametoindex(name_of(name, "v", i));
  double start = now();
  for (int i = 0; i < size; i++) {
    put_address(&here, type, link_address(i), 32, links[i % address_links]);
    flush_when_full(&here);
  }
  flush(&here);
  result->seconds = now() - start;
}

static void routes(struct result *result, uint16_t type) {
  int link = (int)if_nametoindex("r0");
  double start = now();
  for (int i = 0; i < size; i++) {
    put_route(&here, type, type == RTM_NEWROUTE ? NLM_F_CREATE | NLM_F_EXCL : 0, route_address(i), 32, 0, link);
    flush_when_full(&here);
  }
  flush(&here);
  result->seconds = now() - start;
}

#include "floor-list.h"
#include "floor-single.h"

int main(int count, char **words) {
  if (count < 3) fail("usage", "floor TRIAL SIZE [--lean]");
  const char *trial = words[1];
  size = atoi(words[2]);
  lean = count > 3 && is(words[3], "--lean");
  here = open_wire(open_netlink());
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  struct result result = { 0 };
  double start = now();
  if (is(trial, "W1")) create_pairs("v", "p", (struct end){ .netns = -1 }, (struct end){ .netns = -1 }, 0);
  else if (is(trial, "W3")) delete_by_group("v");
  else if (is(trial, "W4")) make_all_netns("n", 0);
  else if (is(trial, "W4-down")) remove_names("n");
  else if (is(trial, "W5-down")) detach();
  result.seconds = now() - start;
  // These do something first that does not count.
  if (is(trial, "W2")) to_other_netns(&result);
  else if (is(trial, "W5")) attach(&result);
  else if (is(trial, "W6")) dump_repeatedly(&result, 0);
  else if (is(trial, "W7")) routes(&result, RTM_NEWROUTE);
  else if (is(trial, "W7-delete")) routes(&result, RTM_DELROUTE);
  else if (is(trial, "W7-list")) dump_repeatedly(&result, 1);
  else if (is(trial, "address")) addresses(&result, RTM_NEWADDR);
  else if (is(trial, "address-delete")) addresses(&result, RTM_DELADDR);
  else if (is(trial, "single")) one_by_one(&result, 0);
  else if (is(trial, "single-veth")) one_by_one(&result, 1);
  print_result(&result);
}
