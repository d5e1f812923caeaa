#include "test/sample.h"

#include <iterator>

namespace netns::test {

namespace {

struct Draft {
  std::vector<Field> members, attributes;
  int header = 0;
  bool open_tail = false;
};

Field make(int type, Form form, std::uint16_t width, std::string name, int child = -1) {
  return {.type = type, .form = form, .width = width, .big_endian = false, .multi = false, .nested = false, .unterminated = false,
          .child = child, .offset = 0, .name = std::move(name)};
}

Field big(Field field) { return field.big_endian = true, field; }
Field multi(Field field) { return field.multi = true, field; }
Field nested(Field field) { return field.nested = true, field; }
Field unterminated(Field field) { return field.unterminated = true, field; }
Field at(int offset, Field field) { return field.offset = offset, field; }

// Elements stand behind the fields of all sets: their rows are known once those are.
enum Element { e_u32, e_inner, e_u16, e_pair, e_zero };
std::vector<Field> elements() {
  return {make(-1, Form::Unsigned, 4, "u32"), nested(make(-1, Form::Nest, 0, "inner", inner)), make(-1, Form::Unsigned, 2, "u16"), make(-1, Form::Nest, 0, "pair", pair),
          multi(make(-1, Form::Unsigned, 4, "zero"))};
}

Draft root_set() {
  return {.members = {make(-1, Form::Unsigned, 1, "family"), at(1, make(-1, Form::Pad, 1, "")), at(2, big(make(-1, Form::Unsigned, 2, "port"))),
                      at(4, make(-1, Form::Signed, 4, "index")), at(8, make(-1, Form::Nest, 4, "pair", pair)), at(12, make(-1, Form::Bytes, 2, "tail")),
                      at(14, make(-1, Form::Pad, 2, ""))},
          .attributes = {make(t_name, Form::String, 0, "name"), unterminated(make(t_label, Form::String, 8, "label")), make(t_u8, Form::Unsigned, 1, "u8"),
                         big(make(t_be32, Form::Unsigned, 4, "be32")), make(t_s16, Form::Signed, 2, "s16"), make(t_uint, Form::Unsigned, 0, "uint"),
                         make(t_u64, Form::Unsigned, 8, "u64"), big(make(t_id, Form::Bigint, 8, "id")), make(t_mac, Form::Lladdr, 6, "mac"),
                         make(t_lladdr, Form::Lladdr, 0, "lladdr"), make(t_ip, Form::Ip, 0, "ip"), make(t_ip4, Form::Ip, 4, "ip4"),
                         make(t_flag, Form::Flag, 0, "flag"), make(t_bytes, Form::Bytes, 0, "bytes"), nested(make(t_inner, Form::Nest, 0, "inner", inner)),
                         make(t_numbers, Form::List, 0, "numbers", e_u32), make(t_inners, Form::List, 0, "inners", e_inner),
                         make(t_ports, Form::Packed, 0, "ports", e_u16), make(t_pairs, Form::Packed, 0, "pairs", e_pair),
                         make(t_hops, Form::Records, 0, "hops", hop), make(t_kind, Form::String, 0, "kind"), make(t_data, Form::Select, 0, "data", 0),
                         make(t_number, Form::Unsigned, 4, "number"), make(t_more, Form::Select, 0, "more", 1), multi(make(t_many, Form::Unsigned, 2, "many")),
                         make(t_via, Form::Nest, 0, "via", via), make(t_self, Form::Nest, 0, "self", root), make(t_pair, Form::Nest, 0, "pairOnly", pair),
                         make(t_zeros, Form::List, 0, "zeros", e_zero)},
          .header = root_header};
}

std::vector<Draft> drafts() {
  Draft pair_set{.members = {make(-1, Form::Unsigned, 2, "a"), at(2, make(-1, Form::Unsigned, 2, "b"))}, .attributes = {}, .header = 4};
  Draft inner_set{.members = {}, .attributes = {make(1, Form::Unsigned, 4, "value"), make(2, Form::Nest, 0, "deeper", inner)}};
  Draft hop_set{.members = {make(-1, Form::Unsigned, 2, "length"), at(2, make(-1, Form::Unsigned, 1, "flags")), at(3, make(-1, Form::Unsigned, 1, "weight"))},
                .attributes = {make(1, Form::Ip, 0, "gateway")}, .header = 4};
  Draft other_set{.members = {}, .attributes = {make(1, Form::Unsigned, 2, "short")}};
  Draft via_set{.members = {make(-1, Form::Unsigned, 2, "family"), at(2, make(-1, Form::Bytes, 0, "address"))}, .attributes = {}, .header = 2, .open_tail = true};
  return {root_set(), pair_set, inner_set, hop_set, other_set, via_set};
}

Schema build() {
  Schema schema;
  for (Draft& draft : drafts()) {
    schema.sets.push_back({.first = static_cast<int>(schema.fields.size()), .members = static_cast<int>(draft.members.size()),
                           .attributes = static_cast<int>(draft.attributes.size()), .header = draft.header, .open_tail = draft.open_tail, .by_type = {}});
    std::move(draft.members.begin(), draft.members.end(), std::back_inserter(schema.fields));
    std::move(draft.attributes.begin(), draft.attributes.end(), std::back_inserter(schema.fields));
  }
  int first_element = static_cast<int>(schema.fields.size());
  for (Field& field : schema.fields)
    if (field.form == Form::List || field.form == Form::Packed) field.child += first_element;
  for (Field& field : elements()) schema.fields.push_back(std::move(field));
  schema.selectors = {{.by = root_members + t_kind - 1, .sets = {{"one", inner}, {"two", other}}}, {.by = root_members + t_number - 1, .sets = {{"7", inner}}}};
  schema.finish();
  return schema;
}

}  // namespace

const Schema& sample() {
  static const Schema schema = build();
  return schema;
}

}  // namespace netns::test
