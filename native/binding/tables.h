// Reads the tables that lib/schema/compile.ts makes into a Schema. Once per environment, at load.
#pragma once

#include <napi.h>

#include <memory>
#include <vector>

#include "codec/decode.h"

namespace netns {

// Throws a JavaScript error when the tables do not fit together.
std::shared_ptr<const Schema> read_tables(Napi::Object tables);

// Sets of fields that decoding passes over, as lists of indexes; the first is empty.
std::vector<Mask> read_skips(Napi::Array skips);

}  // namespace netns
