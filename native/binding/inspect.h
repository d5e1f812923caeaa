// The codec by itself: a message's bytes from a record, and an object from a message's bytes. For looking at what is
// sent and received; nothing that talks to the kernel goes this way.
#pragma once

#include <napi.h>

namespace netns {

// Adds encode(words, count, type, flags, set) and decode(bytes, set) to `exports`.
void define_inspection(Napi::Env env, Napi::Object exports);

}  // namespace netns
