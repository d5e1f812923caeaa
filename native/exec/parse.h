// The command line of netns-exec: options as `--key=value`, then `--`, the command and its arguments.
// Written for one caller, the library: no abbreviations, no defaults that guess, no environment variables.
#pragma once

#include <optional>
#include <sys/types.h>

namespace netns_exec {

struct Request {
  int net = -1;                 // descriptor of the network namespace
  int user = -1;                // descriptor of the user namespace to enter before it, -1 for none
  int report = -1;              // descriptor that takes the failure record
  const char* name = nullptr;   // of the network namespace, for /etc/netns/NAME
  bool mounts = false;
  int death_signal = 0;         // for the command when the thread that started it ends, 0 for none
  pid_t parent = 0;             // that thread's process
  std::optional<uid_t> uid;
  std::optional<gid_t> gid;
  const char* file = nullptr;   // looked up in PATH
  char** arguments = nullptr;   // with argv[0], ends with a null pointer
};

/// Fills `request` from the command line; what is wrong with it, or null. The request points into `argv`.
const char* parse(int argc, char** argv, Request& request);

}  // namespace netns_exec
