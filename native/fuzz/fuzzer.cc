// libFuzzer's way to the properties. The first byte picks the property, the second the set; the rest is its bytes.
#include <cstdio>
#include <cstdlib>

#include "fuzz/properties.h"
#include "fuzz/tables.h"

namespace netns::test {

namespace {

std::string check(Bytes input) {
  const Schema& schema = real_tables();
  auto which = load<std::uint8_t>(input);
  int set = load<std::uint8_t>(input, 1) % static_cast<int>(schema.sets.size());
  Bytes bytes = input.subspan(2);
  switch (which % 8) {
    case 0: return acknowledgement_is_sound(bytes);
    case 1: return paths_are_sound(schema, set, bytes);
    case 2: return exchange_ends(bytes, set % 2 == 0);
    default: return decoding_is_stable(schema, set, bytes);
  }
}

}  // namespace

}  // namespace netns::test

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size < 2) return 0;
  std::string wrong = netns::test::check(std::as_bytes(std::span(data, size)));
  if (wrong.empty()) return 0;
  std::fprintf(stderr, "%s\n", wrong.c_str());
  std::abort();
}
