#include "codec/path.h"

#include <linux/netlink.h>

#include "codec/decode.h"

namespace netns {

namespace {

struct Place {
  std::string path;
  int set = -1;  // what lies inside, where that is a set
};

std::string join(const std::string& left, const std::string& right) {
  return left.empty() ? right : right.empty() ? left : left + "." + right;
}

// Offsets are differences of addresses within one buffer, so that nothing needs to carry them along.
bool covers(Bytes bytes, const std::byte* at) { return at >= bytes.data() && at < bytes.data() + bytes.size(); }

Place search(const Schema& schema, int set_id, Bytes bytes, const std::byte* at, int depth);

Place inside(const Schema& schema, const Set& set, const Field& field, const Attribute& attribute, Bytes siblings, const std::byte* at, int depth) {
  int child = -1;
  if (field.form == Form::Nest) child = field.child;
  if (field.form == Form::Select) child = selected_set(schema, set, schema.selectors[static_cast<std::size_t>(field.child)], siblings);
  if (child < 0 || !covers(attribute.payload, at)) return {field.name, child};
  Place place = search(schema, child, attribute.payload, at, depth + 1);
  return {join(field.name, place.path), place.set};
}

Place search(const Schema& schema, int set_id, Bytes bytes, const std::byte* at, int depth) {
  const Set& set = schema.sets[static_cast<std::size_t>(set_id)];
  for (int index = 0; index < set.members; index++) {
    const Field& field = schema.field(set, index);
    auto offset = static_cast<std::size_t>(field.offset);
    if (offset + field.width <= bytes.size() && covers(bytes.subspan(offset, field.width), at)) return {field.name, -1};
  }
  Bytes attributes = attributes_of(set, bytes);
  if (depth > Schema::max_depth) return {};
  AttributeRange range(attributes);
  for (const Attribute& attribute : range) {
    Bytes whole(attribute.payload.data() - sizeof(nlattr), attribute.payload.size() + sizeof(nlattr));
    if (!covers(whole, at)) continue;
    int index = schema.find(set, attribute.type);
    if (index < 0) return {"attribute " + std::to_string(attribute.type), -1};
    return inside(schema, set, schema.field(set, index), attribute, attributes, at, depth);
  }
  return {};
}

}  // namespace

std::string path_at(const Schema& schema, int set, Bytes message, std::uint32_t offset) {
  if (offset < sizeof(nlmsghdr) || offset >= message.size()) return {};
  return search(schema, set, message.subspan(sizeof(nlmsghdr)), message.data() + offset, 0).path;
}

std::string path_of_missing(const Schema& schema, int set, Bytes message, std::int64_t nest, std::uint16_t type) {
  Place place{{}, nest < 0 ? set : -1};
  if (nest >= static_cast<std::int64_t>(sizeof(nlmsghdr)) && nest < static_cast<std::int64_t>(message.size()))
    place = search(schema, set, message.subspan(sizeof(nlmsghdr)), message.data() + nest, 0);
  std::string name = "attribute " + std::to_string(type);
  if (place.set >= 0) {
    const Set& within = schema.sets[static_cast<std::size_t>(place.set)];
    int index = schema.find(within, type);
    if (index >= 0) name = schema.field(within, index).name;
  }
  return join(place.path, name);
}

}  // namespace netns
