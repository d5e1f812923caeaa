# What ships: the addon and netns-exec, the program that enters a namespace for exec() and spawn().
# Tests, fuzzers and sanitizers are built by native/CMakeLists.txt; both read the sources from native/sources.json.
{
  "target_defaults": {
    "include_dirs": ["native"],
    "cflags_cc!": ["-fno-exceptions", "-fno-rtti", "-std=gnu++17"],
    "cflags_cc": ["-std=gnu++20", "-Wall", "-Wextra", "-fvisibility=hidden"],
    "configurations": {
      "Release": {"cflags!": ["-O3"], "cflags": ["-O2"]}
    },
    # One binary for every distribution, whatever libstdc++ it has.
    "ldflags": ["-static-libstdc++", "-static-libgcc"]
  },
  "targets": [
    {
      "target_name": "netns_native",
      "sources": [
        "<!@(node -p \"require('./native/sources.json').core.join(' ')\")",
        "<!@(node -p \"require('./native/sources.json').addon.join(' ')\")"
      ],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")"],
      "defines": [
        "NAPI_VERSION=9", "NAPI_CPP_EXCEPTIONS", "NODE_ADDON_API_DISABLE_DEPRECATED",
        # In a Worker that is being terminated no exception can be thrown: without this the process aborts instead.
        "NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS"
      ],
      "ldflags": [
        # A worker thread may outlive its Worker's environment for a moment: its code must stay mapped.
        "-Wl,-z,nodelete",
        # The linked-in libstdc++ stays private: Node's own must not take the place of half of it.
        "-Wl,--exclude-libs,ALL"
      ]
    },
    {
      "target_name": "netns-exec",
      "type": "executable",
      # Linked whole: neither the caller's LD_PRELOAD nor another libc concerns it.
      "ldflags": ["-static"],
      "sources": ["<!@(node -p \"require('./native/sources.json').exec.join(' ')\")"]
    }
  ]
}
