#include "fuzz/tables.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace netns::test {

namespace {

enum FieldFlag { big_endian = 1, multi = 2, nested = 4, unterminated = 8 };  // as in binding/tables.cc

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", NETNS_TABLES, why.c_str());
  std::abort();
}

Field read_field(std::istream& row) {
  int type, form, width, flags, child, offset;
  row >> type >> form >> width >> flags >> child >> offset;
  return {.type = type, .form = static_cast<Form>(form), .width = static_cast<std::uint16_t>(width), .big_endian = (flags & big_endian) != 0,
          .multi = (flags & multi) != 0, .nested = (flags & nested) != 0, .unterminated = (flags & unterminated) != 0,
          .child = child, .offset = offset, .name = {}};
}

Set read_set(std::istream& row) {
  Set set{};
  int open_tail;
  row >> set.first >> set.members >> set.attributes >> set.header >> open_tail;
  set.open_tail = open_tail != 0;
  return set;
}

std::string read_text(std::istream& row) {
  std::string text;
  row.get();
  std::getline(row, text);
  return text;
}

Schema read(std::istream& file) {
  Schema schema;
  std::size_t named = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream row(line);
    std::string what;
    row >> what;
    int number = 0;
    if (what == "field") schema.fields.push_back(read_field(row));
    if (what == "name") schema.fields.at(named++).name = read_text(row);
    if (what == "set") schema.sets.push_back(read_set(row));
    if (what == "selector") row >> schema.selectors.emplace_back().by;
    if (what == "choice" && row >> number) schema.selectors.back().sets[read_text(row)] = number;
    if (row.fail()) give_up("not understood: " + line);
  }
  return schema;
}

Schema load() {
  std::ifstream file(NETNS_TABLES);
  if (!file) give_up("not there");
  Schema schema = read(file);
  if (schema.sets.empty()) give_up("empty");
  if (std::string wrong = schema.finish(); !wrong.empty()) give_up(wrong);
  return schema;
}

}  // namespace

const Schema& real_tables() {
  static const Schema schema = load();
  return schema;
}

}  // namespace netns::test
