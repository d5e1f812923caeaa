#include "binding/jobs.h"

#include <fcntl.h>

#include <optional>

#include "binding/addon.h"
#include "binding/namespace.h"
#include "netlink/loopback.h"
#include "runtime/named.h"
#include "runtime/namespace_thread.h"
#include "runtime/userns.h"

namespace netns {

namespace {

class JobDone : public Completion {
 public:
  JobDone(std::uint32_t token, Result<JobValue> result) : token_(token), result_(std::move(result)) {}

  bool deliver(Addon& addon, SliceEnd) override {
    Napi::Env env = addon.Env();
    Napi::HandleScope scope(env);
    Napi::Value failure = env.Undefined(), value = env.Undefined();
    if (result_) value = (*result_)(env);
    else failure = facts(env, result_.failure());
    addon.call(Addon::Event::Job, {Napi::Number::New(env, token_), failure, value});
    addon.end(1);
    return true;
  }

 private:
  std::uint32_t token_;
  Result<JobValue> result_;
};

JobValue nothing() {
  return [](Napi::Env env) { return env.Undefined(); };
}

JobValue handle(std::shared_ptr<Namespace> ns) {
  return [ns = std::move(ns)](Napi::Env env) { return NamespaceHandle::wrap(env, ns); };
}

// A namespace that somebody else made: whoever may enter it directly does, as setns(2) would.
JobValue opened(UniqueFd fd) {
  UniqueFd user = owner_below(fd.get());
  if (user && run_inside(fd.get(), -1, []() -> Result<> { return Nothing{}; })) user.reset();
  return handle(std::make_shared<Namespace>(std::move(fd), false, std::move(user)));
}

// Which user namespace is to own a new network namespace: the process's own, a new one, or that of `shared`.
struct Owner {
  bool fresh = false;
  std::optional<IdRanges> ranges;
  std::shared_ptr<Namespace> shared;
};

struct Creation {
  std::string name;  // empty for a namespace without one
  bool loopback = true;
  Owner owner;
  std::vector<std::pair<std::string, std::string>> sysctls;
};

// On the thread inside the new namespace: everything that has to be done from within.
Result<> furnish(const Creation& creation, int stop_fd, UniqueFd& fd, Socket& socket) {
  // At once where the caller has them: a child may be killed.
  Result<UniqueFd> self = current_namespace();
  if (!self) return self.failure();
  fd = std::move(*self);
  Result<Socket> opened = Socket::open(NETLINK_ROUTE);
  if (!opened) return opened.failure();
  socket = std::move(*opened);
  for (const auto& [key, value] : creation.sysctls)
    if (Result<> written = write_sysctl(key, value); !written) return written;
  if (creation.loopback)
    if (Result<> up = bring_up_loopback(socket, stop_fd); !up) return up;
  return Nothing{};
}

// Empty for the process's own.
Result<UniqueFd> userns_of(const Owner& owner) {
  if (owner.fresh) return make_userns(owner.ranges);
  if (!owner.shared || owner.shared->user_fd() < 0) return UniqueFd();
  UniqueFd copy(::fcntl(owner.shared->user_fd(), F_DUPFD_CLOEXEC, 3));
  if (!copy) return failure("fcntl");
  return copy;
}

Result<JobValue> create(const Creation& creation, NamedDirectory& directory, int stop_fd) {
  Result<UniqueFd> user = userns_of(creation.owner);
  if (!user) return user.failure();
  bool named = !creation.name.empty();
  if (named)
    if (Result<> prepared = directory.prepare(); !prepared) return prepared.failure();
  UniqueFd fd;
  Socket socket;
  Result<> made = run_in_new(user->get(), [&] { return furnish(creation, stop_fd, fd, socket); });
  if (made && named) made = bind_name(creation.name, fd.get());
  if (!made) return made.failure();
  // A socket that was opened inside a user namespace can do nothing outside of it (netlink_ns_capable() asks its opener too),
  // where root's own can.
  if (*user) socket.close();
  return handle(std::make_shared<Namespace>(std::move(fd), false, std::move(*user), std::move(socket)));
}

std::vector<std::string> strings(Napi::Value value) {
  auto array = value.As<Napi::Array>();
  std::vector<std::string> list;
  for (std::uint32_t index = 0; index < array.Length(); index++) list.push_back(array.Get(index).As<Napi::String>());
  return list;
}

// false | true | [first user, how many, first group, how many] | a handle to share with
Owner owner_of(Napi::Value value) {
  if (value.IsBoolean()) return {.fresh = value.As<Napi::Boolean>(), .ranges = {}, .shared = nullptr};
  if (!value.IsArray()) return {.fresh = false, .ranges = {}, .shared = NamespaceHandle::Unwrap(value.As<Napi::Object>())->held()};
  auto number = [array = value.As<Napi::Array>()](std::uint32_t index) { return array.Get(index).As<Napi::Number>().Uint32Value(); };
  return {.fresh = true, .ranges = IdRanges{{number(0), number(1)}, {number(2), number(3)}}, .shared = nullptr};
}

// createNamespace(token, name or '', loopback, [key, value, ...], owner)
void create_namespace(const Napi::CallbackInfo& info) {
  Creation creation{.name = info[1].As<Napi::String>(), .loopback = info[2].As<Napi::Boolean>(), .owner = owner_of(info[4]), .sysctls = {}};
  std::vector<std::string> pairs = strings(info[3]);
  for (std::size_t index = 0; index + 1 < pairs.size(); index += 2) creation.sysctls.emplace_back(pairs[index], pairs[index + 1]);
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  start_job(info, [creation, directory = addon.named_directory(), stop_fd = addon.executor()->stopped_fd()] { return create(creation, *directory, stop_fd); });
}

// openNamespace(token, 'name' | 'path' | 'pid' | 'fd', target)
void open_namespace(const Napi::CallbackInfo& info) {
  std::string how = info[1].As<Napi::String>();
  std::string target = info[2].ToString();
  start_job(info, [how, target]() -> Result<JobValue> {
    Result<UniqueFd> fd = how == "name" ? open_name(target) : how == "path" ? open_namespace_file(target, true)
      : how == "pid" ? open_namespace_of_process(std::stoi(target)) : adopt_namespace(std::stoi(target));
    if (!fd) return fd.failure();
    return opened(std::move(*fd));
  });
}

void delete_namespace(const Napi::CallbackInfo& info) {
  std::string name = info[1].As<Napi::String>();
  start_job(info, [name] { return remove_name(name); });
}

// listNamespaces(token): [{ name, inode, stale }]
void list_namespaces(const Napi::CallbackInfo& info) {
  start_job(info, []() -> Result<JobValue> {
    Result<std::vector<NamedEntry>> entries = list_names();
    if (!entries) return entries.failure();
    return JobValue([entries = *entries](Napi::Env env) -> Napi::Value {
      Napi::Array list = Napi::Array::New(env, entries.size());
      for (std::uint32_t index = 0; index < entries.size(); index++) {
        Napi::Object entry = Napi::Object::New(env);
        entry.Set("name", entries[index].name);
        entry.Set("inode", static_cast<double>(entries[index].inode));
        entry.Set("stale", entries[index].stale);
        list.Set(index, entry);
      }
      return list;
    });
  });
}

// sysctl(token, namespace, key, value or undefined): what was read, or undefined after writing
void sysctl(const Napi::CallbackInfo& info) {
  std::shared_ptr<Namespace> ns = NamespaceHandle::Unwrap(info[1].As<Napi::Object>())->held();
  std::string key = info[2].As<Napi::String>();
  bool write = info[3].IsString();
  std::string value = write ? info[3].As<Napi::String>().Utf8Value() : "";
  start_job(info, [ns, key, write, value]() -> Result<JobValue> {
    std::string text;
    Result<> done = ns->inside([&]() -> Result<> {
      if (write) return write_sysctl(key, value);
      Result<std::string> read = read_sysctl(key);
      if (!read) return read.failure();
      text = std::move(*read);
      return Nothing{};
    });
    if (!done) return done.failure();
    if (write) return nothing();
    return JobValue([text](Napi::Env env) -> Napi::Value { return Napi::String::New(env, text); });
  });
}

}  // namespace

Napi::Object facts(Napi::Env env, const Failure& failure) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("errno", failure.error);
  object.Set("syscall", failure.syscall);
  if (!failure.path.empty()) object.Set("path", failure.path);
  return object;
}

void start_job(const Napi::CallbackInfo& info, std::function<Result<JobValue>()> job) {
  Addon& addon = *info.Env().GetInstanceData<Addon>();
  std::uint32_t token = info[0].As<Napi::Number>().Uint32Value();
  addon.begin(1);
  Result<> posted = addon.executor()->post([token, job = std::move(job), completions = addon.completions()] {
    completions->push(std::make_unique<JobDone>(token, job()));
  });
  if (!posted) addon.completions()->push(std::make_unique<JobDone>(token, posted.failure()));
}

void start_job(const Napi::CallbackInfo& info, std::function<Result<>()> work) {
  start_job(info, [work = std::move(work)]() -> Result<JobValue> {
    Result<> done = work();
    if (!done) return done.failure();
    return nothing();
  });
}

void finish_job(Completions& completions, std::uint32_t token, Result<JobValue> result) {
  completions.push(std::make_unique<JobDone>(token, std::move(result)));
}

void define_jobs(Napi::Env env, Napi::Object exports) {
  exports.Set("createNamespace", Napi::Function::New<create_namespace>(env));
  exports.Set("openNamespace", Napi::Function::New<open_namespace>(env));
  exports.Set("deleteNamespace", Napi::Function::New<delete_namespace>(env));
  exports.Set("listNamespaces", Napi::Function::New<list_namespaces>(env));
  exports.Set("sysctl", Napi::Function::New<sysctl>(env));
}

}  // namespace netns
