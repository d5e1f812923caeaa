// libnl: its own objects and its own synchronous requests, a cache for what is listed.
#include <netlink/cache.h>
#include <netlink/route/addr.h>
#include <netlink/route/link.h>
#include <netlink/route/link/veth.h>
#include <netlink/route/route.h>
#include <netlink/socket.h>
#include <net/if.h>
#include "result.h"

static struct nl_sock *sock;
static int size, out, links[address_links];

static void check(const char *what, int error) {
  if (error < 0) fail(what, nl_geterror(error));
}

static struct rtnl_link *named(const char *prefix, int i) {
  char name[IFNAMSIZ];
  snprintf(name, sizeof name, "%s%d", prefix, i);
  struct rtnl_link *link = rtnl_link_alloc();
  rtnl_link_set_name(link, name);
  return link;
}

static void add_pair(int i) {
  char name[IFNAMSIZ];
  struct rtnl_link *near = rtnl_link_veth_alloc(), *far = rtnl_link_veth_get_peer(near);
  snprintf(name, sizeof name, "v%d", i);
  rtnl_link_set_name(near, name);
  snprintf(name, sizeof name, "p%d", i);
  rtnl_link_set_name(far, name);
  check("rtnl_link_add", rtnl_link_add(sock, near, NLM_F_CREATE | NLM_F_EXCL));
  rtnl_link_put(far);
  rtnl_link_veth_release(near);
}

static void delete_link(int i) {
  struct rtnl_link *link = named("v", i);
  check("rtnl_link_delete", rtnl_link_delete(sock, link));
  rtnl_link_put(link);
}

static void get_loopback(int i) {
  (void)i;
  struct rtnl_link *link;
  check("rtnl_link_get_kernel", rtnl_link_get_kernel(sock, 1, NULL, &link));
  rtnl_link_put(link);
}

static struct rtnl_route *route_to(int i) {
  uint32_t address = __builtin_bswap32(route_address(i));
  struct nl_addr *to = nl_addr_build(AF_INET, &address, sizeof address);
  struct rtnl_nexthop *hop = rtnl_route_nh_alloc();
  struct rtnl_route *route = rtnl_route_alloc();
  nl_addr_set_prefixlen(to, 32);
  rtnl_route_set_dst(route, to);
  rtnl_route_set_scope(route, RT_SCOPE_LINK);
  rtnl_route_set_protocol(route, RTPROT_BOOT);   // as ip(8); libnl would say static
  rtnl_route_nh_set_ifindex(hop, out);
  rtnl_route_add_nexthop(route, hop);
  nl_addr_put(to);
  return route;
}

static void add_route(int i) {
  struct rtnl_route *route = route_to(i);
  check("rtnl_route_add", rtnl_route_add(sock, route, NLM_F_CREATE | NLM_F_EXCL));
  rtnl_route_put(route);
}

static void delete_route(int i) {
  struct rtnl_route *route = route_to(i);
  check("rtnl_route_delete", rtnl_route_delete(sock, route, 0));
  rtnl_route_put(route);
}

static struct rtnl_addr *address_of(int i) {
  uint32_t bytes = __builtin_bswap32(link_address(i));
  struct nl_addr *local = nl_addr_build(AF_INET, &bytes, sizeof bytes);
  struct rtnl_addr *address = rtnl_addr_alloc();
  nl_addr_set_prefixlen(local, 32);
  rtnl_addr_set_local(address, local);
  rtnl_addr_set_ifindex(address, links[i % address_links]);
  nl_addr_put(local);
  return address;
}

static void add_address(int i) {
  struct rtnl_addr *address = address_of(i);
  check("rtnl_addr_add", rtnl_addr_add(sock, address, NLM_F_CREATE | NLM_F_EXCL));
  rtnl_addr_put(address);
}

static void delete_address(int i) {
  struct rtnl_addr *address = address_of(i);
  check("rtnl_addr_delete", rtnl_addr_delete(sock, address, 0));
  rtnl_addr_put(address);
}

static void see_link(struct nl_object *object, void *argument) {
  struct result *result = argument;
  struct rtnl_link *link = (struct rtnl_link *)object;
  result->count++;
  result->checksum += rtnl_link_get_ifindex(link) + (long)rtnl_link_get_mtu(link) + (long)strlen(rtnl_link_get_name(link));
}

static void see_route(struct nl_object *object, void *argument) {
  struct result *result = argument;
  struct rtnl_route *route = (struct rtnl_route *)object;
  if (rtnl_route_get_table(route) != RT_TABLE_MAIN) return;
  result->count++;
  result->checksum += nl_addr_get_prefixlen(rtnl_route_get_dst(route)) + rtnl_route_nh_get_ifindex(rtnl_route_nexthop_n(route, 0));
}

static void list(struct result *result, int routes) {
  struct nl_cache *cache;
  result->count = result->checksum = 0;
  if (routes) check("rtnl_route_alloc_cache", rtnl_route_alloc_cache(sock, AF_INET, 0, &cache));
  else check("rtnl_link_alloc_cache", rtnl_link_alloc_cache(sock, AF_UNSPEC, &cache));
  nl_cache_foreach(cache, routes ? see_route : see_link, result);
  nl_cache_free(cache);
}

static void list_repeatedly(struct result *result, int routes) {
  list(result, routes);
  double start = now();
  for (int at = 0; at < repeats; at++) list(result, routes);
  result->seconds = now() - start;
  result->repeat = repeats;
}

static void each(struct result *result, void (*operation)(int), int latencies) {
  double start = now();
  for (int i = 0; i < size; i++) {
    double before = now();
    operation(i);
    if (latencies) add_latency(result, before);
  }
  result->seconds = now() - start;
}

int main(int count, char **words) {
  if (count < 3) fail("usage", "libnl TRIAL SIZE");
  const char *trial = words[1];
  size = atoi(words[2]);
  out = (int)if_nametoindex("r0");
  for (int i = 0; i < address_links; i++) {
    char name[IFNAMSIZ];
    snprintf(name, sizeof name, "v%d", i);
    links[i] = (int)if_nametoindex(name);
  }
  sock = nl_socket_alloc();
  check("nl_connect", nl_connect(sock, NETLINK_ROUTE));
  struct result result = { 0 };
  if (is(trial, "W1")) each(&result, add_pair, 0);
  else if (is(trial, "W3")) each(&result, delete_link, 0);
  else if (is(trial, "W6")) list_repeatedly(&result, 0);
  else if (is(trial, "W7")) each(&result, add_route, 0);
  else if (is(trial, "W7-list")) list_repeatedly(&result, 1);
  else if (is(trial, "W7-delete")) each(&result, delete_route, 0);
  else if (is(trial, "address")) each(&result, add_address, 0);
  else if (is(trial, "address-delete")) each(&result, delete_address, 0);
  else if (is(trial, "single")) each(&result, get_loopback, 1);
  else if (is(trial, "single-veth")) each(&result, add_pair, 1);
  else fail("no such trial", trial);
  print_result(&result);
}
