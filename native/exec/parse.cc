// See parse.h. Numbers are plain decimal and checked for their range; a name must be one path component.

#include "parse.h"

#include <charconv>
#include <climits>
#include <csignal>
#include <cstdint>
#include <limits>
#include <string_view>

namespace netns_exec {
namespace {

template <typename Number>
bool read_number(const char* text, Number& number) {
  const std::string_view view(text);
  const auto [end, error] = std::from_chars(view.data(), view.data() + view.size(), number);
  return error == std::errc() && end == view.data() + view.size();
}

bool read_descriptor(const char* text, int& descriptor) {
  return read_number(text, descriptor) && descriptor >= 0;
}

/// The highest number means "leave it as it is" to setresuid(2): no user has it.
bool read_id(const char* text, std::optional<uint32_t>& id) {
  uint32_t number = 0;
  if (!read_number(text, number) || number == std::numeric_limits<uint32_t>::max()) return false;
  id = number;
  return true;
}

bool read_name(const char* text, const char*& name) {
  const std::string_view view(text);
  if (view.empty() || view.size() > NAME_MAX || view == "." || view == ".." || view.find('/') != view.npos) return false;
  name = text;
  return true;
}

bool read_signal(const char* text, int& signal) {
  return read_number(text, signal) && signal > 0 && signal < NSIG;
}

/// The value of the option `key` (`--key=`) in `argument`, or null where `argument` is another one.
const char* value_of(const char* argument, std::string_view key) {
  return std::string_view(argument).starts_with(key) ? argument + key.size() : nullptr;
}

const char* read_option(const char* option, Request& request, const char*& argv0) {
  if (const char* text = value_of(option, "--net=")) return read_descriptor(text, request.net) ? nullptr : "--net: no descriptor";
  if (const char* text = value_of(option, "--user=")) return read_descriptor(text, request.user) ? nullptr : "--user: no descriptor";
  if (const char* text = value_of(option, "--report=")) return read_descriptor(text, request.report) ? nullptr : "--report: no descriptor";
  if (const char* text = value_of(option, "--name=")) return read_name(text, request.name) ? nullptr : "--name: no file name";
  if (const char* text = value_of(option, "--uid=")) return read_id(text, request.uid) ? nullptr : "--uid: no user id";
  if (const char* text = value_of(option, "--gid=")) return read_id(text, request.gid) ? nullptr : "--gid: no group id";
  if (const char* text = value_of(option, "--pdeathsig=")) return read_signal(text, request.death_signal) ? nullptr : "--pdeathsig: no signal";
  if (const char* text = value_of(option, "--parent=")) return read_number(text, request.parent) ? nullptr : "--parent: no process id";
  if (const char* text = value_of(option, "--argv0=")) return argv0 = text, nullptr;
  if (std::string_view(option) == "--mounts") return request.mounts = true, nullptr;
  return "unknown option";
}

}  // namespace

const char* parse(int argc, char** argv, Request& request) {
  const char* argv0 = nullptr;
  int index = 1;
  for (; index < argc && std::string_view(argv[index]) != "--"; ++index) {
    if (const char* problem = read_option(argv[index], request, argv0)) return problem;
  }
  if (request.net < 0) return "--net: missing";
  if (request.report < 0) return "--report: missing";
  if (index + 1 >= argc) return "no command after --";

  request.file = argv[index + 1];
  request.arguments = argv + index + 1;
  if (argv0 != nullptr) request.arguments[0] = const_cast<char*>(argv0);   // points into argv, which is writable
  return nullptr;
}

}  // namespace netns_exec
