// The tables that lib/schema/compile.ts makes of the declarations. Flat, immutable after load, shared by
// encoding, decoding and the search for an attribute's path. Knows nothing of any particular message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace netns {

// The same list with the same numbers as `Form` in lib/schema/dsl.ts.
enum class Form : std::uint8_t {
  Unsigned = 0, Signed = 1, Bigint = 2, String = 3, Bytes = 4, Lladdr = 5, Ip = 6, Flag = 7,
  Nest = 8, List = 9, Packed = 10, Records = 11, Select = 12, Pad = 13,
};

struct Field {
  int type;              // attribute type; -1 for members and elements
  Form form;
  std::uint16_t width;   // bytes of a number; exact length where fixed, 0 where not (a number of width 0 has 4 or 8: nla_put_uint)
  bool big_endian;
  bool multi;            // the attribute may stand several times; of a List's element: all have number 0
  bool nested;           // sent with NLA_F_NESTED
  bool unterminated;     // String: sent without its NUL
  int child;             // Nest, Records: a set; List, Packed: a field; Select: a selector
  int offset;            // of a member in its header
  std::string name;
};

struct Set {
  int first;             // fields [first, first + members) are the header's, then come the attributes
  int members;
  int attributes;
  int header;            // bytes; the header is this long at least
  bool open_tail;        // the last member takes all that follows (rtvia)
  std::vector<int> by_type;  // attribute type -> field, -1 for none

  int fields() const { return members + attributes; }
};

struct Selector {
  int by;                // index, within the set, of the attribute that decides
  std::unordered_map<std::string, int> sets;  // its text, or its number in decimal
};

class Schema {
 public:
  static constexpr int max_fields = 128;  // of one set: the width of a presence mask
  static constexpr int max_depth = 12;    // of nests, in either direction

  std::vector<Field> fields;
  std::vector<Set> sets;
  std::vector<Selector> selectors;

  const Field& field(const Set& set, int index) const { return fields[static_cast<std::size_t>(set.first + index)]; }

  // Index within the set, or -1.
  int find(const Set& set, std::uint16_t type) const {
    return type < set.by_type.size() ? set.by_type[type] : -1;
  }

  // The set that a selector's deciding value names, or -1.
  int select(const Selector& selector, const std::string& key) const {
    auto found = selector.sets.find(key);
    return found == selector.sets.end() ? -1 : found->second;
  }

  // Call once when all is filled in. Says what is wrong, or nothing: the tables come from another language.
  std::string finish();
};

}  // namespace netns
