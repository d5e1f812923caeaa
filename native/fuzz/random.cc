#include "fuzz/random.h"

#include <algorithm>
#include <iterator>

namespace netns::test {

namespace {

constexpr int deepest = Schema::max_depth + 1;

class Generator {
 public:
  Generator(Random& random, const Schema& schema, unsigned lies) : random_(random), schema_(schema), lies_(lies) {}

  Data set(int id, int depth) {
    const Set& set = schema_.sets[static_cast<std::size_t>(id)];
    std::uint32_t choice = random_();  // of what the set's selectors select: key and content agree
    Wire made;
    made.bytes = random_bytes(random_, length(static_cast<std::size_t>(set.header)));
    if (set.open_tail) made.append(scalar(set, schema_.field(set, set.members - 1), choice));
    if (set.attributes == 0 || depth > deepest) return made.bytes;
    for (std::uint32_t count = below(depth == 0 ? 12 : 4); count > 0; count--) {
      const Field& field = schema_.field(set, set.members + static_cast<int>(below(static_cast<std::uint32_t>(set.attributes))));
      made.attribute(static_cast<std::uint16_t>(lie() ? below(0x10000) : static_cast<unsigned>(field.type)), payload(set, field, choice, depth));
      if (lie()) made.bytes[below(static_cast<std::uint32_t>(made.bytes.size()))] = static_cast<std::byte>(below(256));
    }
    return made.bytes;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return random_() % limit; }
  bool lie() { return below(1000) < lies_; }
  std::size_t length(std::size_t right) { return lie() ? below(40) : right; }

  Data payload(const Set& set, const Field& field, std::uint32_t choice, int depth) {
    switch (field.form) {
      case Form::Nest: return this->set(field.child, depth + 1);
      case Form::Select: return this->set(chosen(schema_.selectors[static_cast<std::size_t>(field.child)], choice).second, depth + 1);
      case Form::List: case Form::Packed: case Form::Records: return elements(field, depth);
      default: return scalar(set, field, choice);
    }
  }

  Data elements(const Field& field, int depth) {
    Wire made;
    for (std::uint32_t index = below(4); index > 0; index--) {
      if (field.form == Form::Records) {
        Data one = set(field.child, depth + 1);
        auto size = static_cast<std::uint16_t>(length(one.size()));
        if (one.size() >= sizeof size) std::memcpy(one.data(), &size, sizeof size);
        made.align().append(one);
        continue;
      }
      const Field& kind = schema_.fields[static_cast<std::size_t>(field.child)];
      Data one = kind.form == Form::Nest ? set(kind.child, depth + 1) : scalar({}, kind, 0);
      if (field.form == Form::Packed) made.append(one);
      else made.attribute(static_cast<std::uint16_t>(index), one);
    }
    return made.bytes;
  }

  Data scalar(const Set& set, const Field& field, std::uint32_t choice) {
    if (field.form == Form::Ip && field.width == 0) return random_bytes(random_, length(below(2) ? 4 : 16));
    if (field.form == Form::Unsigned && field.width == 0) return random_bytes(random_, length(below(2) ? 4 : 8));
    if (field.form == Form::Flag) return {};
    if (const Selector* selector = decides(set, field); selector && !lie()) return key(field, chosen(*selector, choice).first);
    if (field.width > 0 && field.form != Form::String) return random_bytes(random_, length(field.width));
    Data text = random_bytes(random_, below(12));
    if (field.form == Form::String && below(4)) text.push_back(std::byte{0});
    return text;
  }

  const Selector* decides(const Set& set, const Field& field) {
    for (int index = set.members; index < set.fields(); index++) {
      const Field& other = schema_.field(set, index);
      if (other.form != Form::Select) continue;
      const Selector& selector = schema_.selectors[static_cast<std::size_t>(other.child)];
      if (&schema_.field(set, selector.by) == &field) return &selector;
    }
    return nullptr;
  }

  static const std::pair<const std::string, int>& chosen(const Selector& selector, std::uint32_t choice) {
    return *std::next(selector.sets.begin(), static_cast<std::ptrdiff_t>(choice % selector.sets.size()));
  }

  static Data key(const Field& field, const std::string& name) {
    if (field.form == Form::String) return text(name + '\0').bytes;
    Data number = wire(std::uint64_t{std::stoull(name)}).bytes;
    number.resize(field.width);
    if (field.big_endian) std::reverse(number.begin(), number.end());
    return number;
  }

  Random& random_;
  const Schema& schema_;
  const unsigned lies_;
};

}  // namespace

Data random_bytes(Random& random, std::size_t length) {
  Data bytes(length);
  for (std::byte& byte : bytes) byte = static_cast<std::byte>(random() & 0xff);
  return bytes;
}

Data random_set(Random& random, const Schema& schema, int set, unsigned lies) { return Generator(random, schema, lies).set(set, 0); }

}  // namespace netns::test
