// For the profile: loaded before libc (LD_PRELOAD), it measures how long the system calls of netlink and of namespaces take, on
// whichever thread. The sums are in the file that NETNS_NATIVE_BENCH_CALLS names, a record for each call, read while the program runs.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { sendmsg_call, recvmsg_call, unshare_call, setns_call, mount_call, umount2_call, calls };

struct call { char name[16]; _Atomic uint64_t count, nanoseconds; };
static struct call unshared[calls];   // where nothing is asked for
static struct call *table = unshared;
static const char names[calls][16] = { "sendmsg", "recvmsg", "unshare", "setns", "mount", "umount2" };

__attribute__((constructor)) static void open_table(void) {
  const char *path = getenv("NETNS_NATIVE_BENCH_CALLS");
  int fd = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
  if (fd < 0) return;
  void *at = ftruncate(fd, sizeof unshared) ? MAP_FAILED : mmap(NULL, sizeof unshared, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (at == MAP_FAILED) return;
  table = at;
  for (int call = 0; call < calls; call++)
    for (int i = 0; i < 16; i++) table[call].name[i] = names[call][i];
}

static uint64_t now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (uint64_t)at.tv_sec * 1000000000u + (uint64_t)at.tv_nsec;
}

static long add(int call, uint64_t start, long result) {
  atomic_fetch_add(&table[call].count, 1);
  atomic_fetch_add(&table[call].nanoseconds, now() - start);
  return result;
}

#define MEASURED(type, name, parameters, arguments) \
  type name parameters { \
    static type (*_Atomic real) parameters; \
    if (!real) real = (type (*) parameters)dlsym(RTLD_NEXT, #name); \
    uint64_t start = now(); \
    return (type)add(name##_call, start, (long)real arguments); \
  }

MEASURED(ssize_t, sendmsg, (int fd, const struct msghdr *message, int flags), (fd, message, flags))
MEASURED(ssize_t, recvmsg, (int fd, struct msghdr *message, int flags), (fd, message, flags))
MEASURED(int, unshare, (int flags), (flags))
MEASURED(int, setns, (int fd, int type), (fd, type))
MEASURED(int, mount, (const char *from, const char *to, const char *type, unsigned long flags, const void *data), (from, to, type, flags, data))
MEASURED(int, umount2, (const char *path, int flags), (path, flags))
