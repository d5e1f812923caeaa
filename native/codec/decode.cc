#include "codec/decode.h"

#include <algorithm>

namespace netns {

std::uint64_t load_number(const Field& field, Bytes bytes) {
  std::byte buffer[8]{};
  std::size_t width = std::min<std::size_t>(8, bytes.size());
  std::copy_n(bytes.begin(), width, buffer);
  if (field.big_endian) std::reverse(buffer, buffer + width);
  auto value = load<std::uint64_t>(std::span<const std::byte>(buffer));
  if (field.form == Form::Signed && width > 0 && width < 8) {
    unsigned unused = 64 - 8 * static_cast<unsigned>(width);
    value = static_cast<std::uint64_t>(static_cast<std::int64_t>(value << unused) >> unused);
  }
  return value;
}

Bytes attributes_of(const Set& set, Bytes bytes) {
  std::size_t header = align4(static_cast<std::size_t>(set.header));
  return set.attributes > 0 && header < bytes.size() ? bytes.subspan(header) : Bytes{};
}

int selected_set(const Schema& schema, const Set& set, const Selector& selector, Bytes attributes) {
  const Field& by = schema.field(set, selector.by);
  AttributeRange range(attributes);
  for (const Attribute& attribute : range) {
    if (attribute.type != by.type) continue;
    if (by.form != Form::String) return schema.select(selector, std::to_string(load_number(by, attribute.payload)));
    std::string key(reinterpret_cast<const char*>(attribute.payload.data()), attribute.payload.size());
    return schema.select(selector, key.substr(0, key.find('\0')));
  }
  return -1;
}

}  // namespace netns
