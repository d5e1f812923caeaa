// The test program. Each file here is about one part of the core; none needs Node or root.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
