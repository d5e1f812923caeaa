// See mounts.h. What was mounted below /sys (cgroups, debugfs) is not carried over, as with ip(8).

#include "mounts.h"

#include <climits>
#include <dirent.h>
#include <linux/magic.h>
#include <sched.h>
#include <string_view>
#include <sys/mount.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>

namespace netns_exec {
namespace {

/// A fresh sysfs must not show more than the old one did: in a user namespace mount_too_revealing() refuses one that is
/// writable or keeps access times where the old one is locked otherwise.
unsigned long sysfs_flags() {
  const unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  struct statfs old {};
  if (::statfs("/sys", &old) != 0 || old.f_type != SYSFS_MAGIC) return flags;
  const auto has = [&](unsigned long flag) { return (static_cast<unsigned long>(old.f_flags) & flag) != 0; };
  return flags | (has(ST_RDONLY) ? MS_RDONLY : 0) | (has(ST_NODIRATIME) ? MS_NODIRATIME : 0) |
         (has(ST_NOATIME) ? MS_NOATIME : has(ST_RELATIME) ? MS_RELATIME : MS_STRICTATIME);
}

/// The old /sys may be locked (a mount namespace of less privilege) or no mount at all: the fresh one then covers it.
void replace_sysfs(const char* source, const Reporter& report) {
  const unsigned long flags = sysfs_flags();
  ::umount2("/sys", MNT_DETACH);
  if (::mount(source, "/sys", "sysfs", flags, nullptr) != 0) report.fail("mount", "/sys");
}

void bind_file(const char* directory, const char* file, const Reporter& report) {
  char source[PATH_MAX];
  char target[PATH_MAX];
  std::snprintf(source, sizeof source, "%s/%s", directory, file);
  std::snprintf(target, sizeof target, "/etc/%s", file);
  if (::mount(source, target, nullptr, MS_BIND, nullptr) != 0) report.fail("mount", target);
}

void bind_configuration(const char* name, const Reporter& report) {
  char directory[PATH_MAX / 2];
  std::snprintf(directory, sizeof directory, "/etc/netns/%s", name);
  DIR* entries = ::opendir(directory);
  if (entries == nullptr) {
    if (errno == ENOENT) return;
    report.fail("open", directory);
  }
  for (errno = 0; const dirent* entry = ::readdir(entries); errno = 0) {
    const std::string_view file(entry->d_name);
    if (file != "." && file != "..") bind_file(directory, entry->d_name, report);
  }
  if (errno != 0) report.fail("getdents", directory);
  ::closedir(entries);
}

}  // namespace

void make_mounts(const char* name, const Reporter& report) {
  if (::unshare(CLONE_NEWNS) != 0) report.fail("unshare");
  // A copy of a shared mount still propagates both ways: as a receiver only, nothing that is mounted here gets out.
  if (::mount(nullptr, "/", nullptr, MS_SLAVE | MS_REC, nullptr) != 0) report.fail("mount", "/");
  replace_sysfs(name != nullptr ? name : "sysfs", report);
  if (name != nullptr) bind_configuration(name, report);
}

}  // namespace netns_exec
