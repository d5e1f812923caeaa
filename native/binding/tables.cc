#include "binding/tables.h"

namespace netns {

namespace {

constexpr std::size_t field_columns = 6, set_columns = 5;
enum FieldFlag { big_endian = 1, multi = 2, nested = 4, unterminated = 8 };

Field read_field(const std::int32_t* row, std::string name) {
  return Field{.type = row[0], .form = static_cast<Form>(row[1]), .width = static_cast<std::uint16_t>(row[2]),
               .big_endian = (row[3] & big_endian) != 0, .multi = (row[3] & multi) != 0, .nested = (row[3] & nested) != 0,
               .unterminated = (row[3] & unterminated) != 0, .child = row[4], .offset = row[5], .name = std::move(name)};
}

Selector read_selector(Napi::Object row) {
  Selector selector{.by = row.Get("by").As<Napi::Number>().Int32Value(), .sets = {}};
  Napi::Object sets = row.Get("sets").As<Napi::Object>();
  Napi::Array keys = sets.GetPropertyNames();
  for (std::uint32_t index = 0; index < keys.Length(); index++) {
    std::string key = keys.Get(index).ToString();
    selector.sets[key] = sets.Get(key).As<Napi::Number>().Int32Value();
  }
  return selector;
}

}  // namespace

std::shared_ptr<const Schema> read_tables(Napi::Object tables) {
  auto schema = std::make_shared<Schema>();
  auto fields = tables.Get("fields").As<Napi::Int32Array>();
  auto names = tables.Get("names").As<Napi::Array>();
  for (std::size_t row = 0; (row + 1) * field_columns <= fields.ElementLength(); row++)
    schema->fields.push_back(read_field(fields.Data() + row * field_columns, names.Get(static_cast<std::uint32_t>(row)).As<Napi::String>()));
  auto sets = tables.Get("sets").As<Napi::Int32Array>();
  for (std::size_t row = 0; (row + 1) * set_columns <= sets.ElementLength(); row++) {
    const std::int32_t* column = sets.Data() + row * set_columns;
    schema->sets.push_back(Set{.first = column[0], .members = column[1], .attributes = column[2], .header = column[3], .open_tail = column[4] != 0, .by_type = {}});
  }
  auto selectors = tables.Get("selectors").As<Napi::Array>();
  for (std::uint32_t row = 0; row < selectors.Length(); row++) schema->selectors.push_back(read_selector(selectors.Get(row).As<Napi::Object>()));
  std::string wrong = schema->finish();
  if (!wrong.empty()) throw Napi::Error::New(tables.Env(), "schema tables: " + wrong);
  return schema;
}

std::vector<Mask> read_skips(Napi::Array skips) {
  std::vector<Mask> masks;
  for (std::uint32_t row = 0; row < skips.Length(); row++) {
    auto indexes = skips.Get(row).As<Napi::Array>();
    Mask& mask = masks.emplace_back();
    for (std::uint32_t index = 0; index < indexes.Length(); index++) mask.set(indexes.Get(index).As<Napi::Number>().Uint32Value());
  }
  return masks;
}

}  // namespace netns
