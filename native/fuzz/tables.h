// The real tables, as fuzz/tables.mts wrote them at build time.
#pragma once

#include "codec/schema.h"

namespace netns::test {

// Read once; a file that is not there or that Schema::finish refuses ends the program.
const Schema& real_tables();

}  // namespace netns::test
