// ethtoolDriver and ethtoolStats: jobs that ask a driver by ioctl.
#pragma once

#include <napi.h>

namespace netns {

void define_ethtool(Napi::Env env, Napi::Object exports);

}  // namespace netns
