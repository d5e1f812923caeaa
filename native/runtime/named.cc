#include "runtime/named.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/nsfs.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>

#include <memory>

namespace netns {

namespace {

// PIDFD_GET_NET_NAMESPACE of <linux/pidfd.h>, which Linux before 6.11 does not have.
constexpr unsigned long pidfd_get_net_namespace = _IO(0xff, 4);

std::string path_of(const std::string& name) { return std::string(named_directory) + "/" + name; }

// A path for an open descriptor, by which even an O_PATH one can be opened again or mounted.
std::string path_of(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

Result<> check_network(int fd, const std::string& path) {
  struct statfs system;
  if (::fstatfs(fd, &system) < 0) return failure("fstatfs", path);
  if (system.f_type != NSFS_MAGIC) return Failure{EINVAL, "open", path};
  int type = ::ioctl(fd, NS_GET_NSTYPE);
  if (type != CLONE_NEWNET) return Failure{EINVAL, "open", path};
  return Nothing{};
}

// Ends with the descriptor. Naming a namespace and taking its name away are two steps each: nobody else of ours comes between.
Result<UniqueFd> lock_directory() {
  UniqueFd lock(::open(named_directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!lock) return failure("open", named_directory);
  int locked;
  do locked = ::flock(lock.get(), LOCK_EX);
  while (locked < 0 && errno == EINTR);
  if (locked < 0) return failure("flock", named_directory);
  return lock;
}

// ip(8) takes no lock between its file and its mount, which may come after the last umount2: EBUSY.
constexpr int unlink_attempts = 16;

}  // namespace

std::uint64_t NamedDirectory::mount_id() {
  struct statx state{};
  if (::statx(AT_FDCWD, named_directory, AT_NO_AUTOMOUNT | AT_SYMLINK_NOFOLLOW, STATX_MNT_ID, &state) < 0) return 0;
  bool root = state.stx_attributes & state.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT;
  return root && state.stx_mask & STATX_MNT_ID ? state.stx_mnt_id : 0;
}

Result<> NamedDirectory::prepare() {
  std::lock_guard guard(mutex_);
  std::uint64_t id = mount_id();
  if (id != 0 && id == prepared_) return Nothing{};
  Result<> made = share();
  prepared_ = made ? mount_id() : 0;
  return made;
}

Result<> NamedDirectory::share() {
  if (::mkdir(named_directory, 0755) < 0 && errno != EEXIST) return failure("mkdir", named_directory);
  Result<UniqueFd> lock = lock_directory();
  if (!lock) return lock.failure();
  if (::mount("", named_directory, "none", MS_SHARED | MS_REC, nullptr) == 0) return Nothing{};
  if (errno != EINVAL) return failure("mount", named_directory);
  // EINVAL: not a mount point yet. MS_REC keeps visible what is already bound below it.
  if (::mount(named_directory, named_directory, "none", MS_BIND | MS_REC, nullptr) < 0) return failure("mount", named_directory);
  if (::mount("", named_directory, "none", MS_SHARED | MS_REC, nullptr) < 0) return failure("mount", named_directory);
  return Nothing{};
}

Result<> bind_name(const std::string& name, int namespace_fd) {
  Result<UniqueFd> lock = lock_directory();
  if (!lock) return lock.failure();
  UniqueFd file(::open(path_of(name).c_str(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0));
  if (!file) return failure("open", path_of(name));
  if (::mount(path_of(namespace_fd).c_str(), path_of(name).c_str(), "none", MS_BIND, nullptr) == 0) return Nothing{};
  Failure mounting = failure("mount", path_of(name));
  ::unlink(path_of(name).c_str());
  return mounting;
}

Result<> remove_name(const std::string& name) {
  std::string path = path_of(name);
  struct stat before;
  if (::lstat(path.c_str(), &before) < 0) return failure("lstat", path);
  Result<UniqueFd> lock = lock_directory();
  if (!lock) return lock.failure();
  for (int attempt = 1;; attempt++) {
    // Several namespaces may have been bound over one name; EINVAL says that no mount is left.
    while (::umount2(path.c_str(), MNT_DETACH | UMOUNT_NOFOLLOW) == 0) {}
    if (errno != EINVAL) return failure("umount2", path);
    if (::unlink(path.c_str()) == 0) return Nothing{};
    if (errno != EBUSY || attempt == unlink_attempts) return failure("unlink", path);
  }
}

Result<UniqueFd> open_namespace_file(const std::string& path, bool follow) {
  // O_PATH opens without touching what lies there.
  UniqueFd seen(::open(path.c_str(), O_PATH | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW)));
  if (!seen) return failure("open", path);
  struct stat state;
  if (::fstat(seen.get(), &state) < 0) return failure("fstat", path);
  if (S_ISLNK(state.st_mode)) return Failure{ELOOP, "open", path};
  struct statfs system;
  if (::fstatfs(seen.get(), &system) < 0) return failure("fstatfs", path);
  if (system.f_type != NSFS_MAGIC) return Failure{EINVAL, "open", path};
  UniqueFd fd(::open(path_of(seen.get()).c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return failure("open", path);
  Result<> checked = check_network(fd.get(), path);
  if (!checked) return checked.failure();
  return fd;
}

Result<UniqueFd> open_name(const std::string& name) { return open_namespace_file(path_of(name), false); }

// Ids are given out again. The pidfd stands for the process that had this one when the call began, and for no other.
Result<UniqueFd> open_namespace_of_process(pid_t pid) {
  std::string path = "/proc/" + std::to_string(pid);
  UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!process && errno != ENOSYS && errno != EPERM) return failure("pidfd_open", path);
  if (process) {
    UniqueFd fd(::ioctl(process.get(), pidfd_get_net_namespace, 0));
    if (fd) return fd;
    // Linux before 6.11 does not have it (ENOTTY, and EINVAL for a while).
    if (errno != ENOTTY && errno != EINVAL) return failure("ioctl", path);
  }
  Result<UniqueFd> fd = open_namespace_file(path + "/ns/net", true);
  if (!fd || !process) return fd;
  // Still there: so the path led to it, too.
  if (::syscall(SYS_pidfd_send_signal, process.get(), 0, nullptr, 0) < 0 && errno == ESRCH) return Failure{ESRCH, "pidfd_open", path};
  return fd;
}

Result<UniqueFd> adopt_namespace(int fd) {
  UniqueFd copy(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
  if (!copy) return failure("fcntl");
  Result<> checked = check_network(copy.get(), path_of(fd));
  if (!checked) return checked.failure();
  return copy;
}

Result<std::vector<NamedEntry>> list_names() {
  std::vector<NamedEntry> entries;
  std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(named_directory), ::closedir);
  if (!directory) {
    if (errno == ENOENT) return entries;
    return failure("opendir", named_directory);
  }
  while (dirent* entry = ::readdir(directory.get())) {
    std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    Result<UniqueFd> fd = open_name(name);
    if (!fd && fd.failure().error == ENOENT) continue;  // removed meanwhile
    struct stat state{};
    bool live = fd && ::fstat(fd->get(), &state) == 0;
    entries.push_back({name, live ? state.st_ino : 0, !live});
  }
  return entries;
}

}  // namespace netns
