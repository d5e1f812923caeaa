#include "codec/schema.h"

namespace netns {

namespace {

bool in(int value, std::size_t size) { return value >= 0 && static_cast<std::size_t>(value) < size; }

bool is_number(Form form) { return form == Form::Unsigned || form == Form::Signed || form == Form::Bigint; }

// Encoding writes members where they say, and decoding looks for attributes behind the header, aligned.
std::string check_header(const Schema& schema, const Set& set) {
  for (int index = 0; index < set.members; index++) {
    const Field& member = schema.field(set, index);
    bool inside = member.offset >= 0 && member.offset + member.width <= set.header;
    if (!inside || (is_number(member.form) && member.width == 0)) return "member " + member.name + " lies outside its header";
  }
  return set.attributes > 0 && set.header % 4 != 0 ? "a header before attributes is not padded" : "";
}

std::string check_selectors(const Schema& schema, const Set& set) {
  for (int index = 0; index < set.fields(); index++) {
    const Field& field = schema.field(set, index);
    if (field.form == Form::Select && !in(schema.selectors[static_cast<std::size_t>(field.child)].by, static_cast<std::size_t>(set.fields())))
      return "field " + field.name + " is selected by nothing";
  }
  return {};
}

}  // namespace

std::string Schema::finish() {
  for (const Field& field : fields) {
    bool known = true;
    switch (field.form) {
      case Form::Nest: case Form::Records: known = in(field.child, sets.size()); break;
      case Form::List: case Form::Packed: known = in(field.child, fields.size()); break;
      case Form::Select: known = in(field.child, selectors.size()); break;
      case Form::Unsigned: case Form::Signed:
        known = field.width == 0 || field.width == 1 || field.width == 2 || field.width == 4 || field.width == 8;
        break;
      case Form::Bigint: known = field.width == 8; break;
      default: break;
    }
    if (!known) return "field " + field.name + " refers to nothing";
  }
  for (Set& set : sets) {
    if (set.fields() > max_fields) return "a set has more than 128 fields";
    if (set.fields() > 0 && (!in(set.first, fields.size()) || !in(set.first + set.fields() - 1, fields.size()))) return "a set's fields lie outside the table";
    if (std::string wrong = check_header(*this, set) + check_selectors(*this, set); !wrong.empty()) return wrong;
    for (int index = set.members; index < set.fields(); index++) {
      int type = field(set, index).type;
      if (!in(type, std::size_t{0x4000})) return "field " + field(set, index).name + " has no attribute type";
      if (set.by_type.size() <= static_cast<std::size_t>(type)) set.by_type.resize(static_cast<std::size_t>(type) + 1, -1);
      set.by_type[static_cast<std::size_t>(type)] = index;
    }
  }
  for (const Selector& selector : selectors)
    for (const auto& [key, set] : selector.sets)
      if (!in(set, sets.size())) return "selector entry " + key + " refers to nothing";
  return {};
}

}  // namespace netns
