// Turns the bytes of a set into a value, by the tables. What a value is, the Builder decides: JavaScript objects in
// binding/, trees and records in the tests. Unknown attributes are passed over, a wrong length is an error with its path.
//
// A Builder has: Value number(double); bigint(uint64_t); text(Bytes); bytes(Bytes); lladdr(Bytes); ip(Bytes); flag();
// array(std::vector<Value>&); object(int set, const Mask&, Value* present, size_t count).
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <vector>

#include "codec/schema.h"
#include "netlink/attribute.h"

namespace netns {

using Mask = std::bitset<Schema::max_fields>;

// The set that the attribute `selector.by` of these attributes names, or -1.
int selected_set(const Schema& schema, const Set& set, const Selector& selector, Bytes attributes);
// The attributes of a set: what follows its header.
Bytes attributes_of(const Set& set, Bytes bytes);
// A number of `field.width` bytes, sign-extended for Form::Signed.
std::uint64_t load_number(const Field& field, Bytes bytes);

struct DecodeError {
  std::string path;
  std::string what;

  bool at(const std::string& name) {
    path = path.empty() ? name : path.front() == '[' ? name + path : name + "." + path;
    return false;
  }
};

template <typename Builder>
class Decoder {
 public:
  using Value = typename Builder::Value;
  Decoder(const Schema& schema, Builder& builder) : schema_(schema), builder_(builder) {}

  // False: see `error`.
  bool set(int set_id, Bytes bytes, Value& out, const Mask* skip = nullptr) {
    const Set& set = schema_.sets[static_cast<std::size_t>(set_id)];
    if (++depth_ > Schema::max_depth) return fail("nested too deeply");
    Frame frame;
    if (!header(set, bytes, frame) || !attributes(set, attributes_of(set, bytes), frame, skip)) return false;
    depth_--;
    std::array<Value, Schema::max_fields> present;
    std::size_t count = 0;
    for (int index = 0; index < set.fields(); index++)
      if (frame.mask[static_cast<std::size_t>(index)]) present[count++] = frame.values[static_cast<std::size_t>(index)];
    out = builder_.object(set_id, frame.mask, present.data(), count);
    return true;
  }

  DecodeError error;

 private:
  struct Frame {
    std::array<Value, Schema::max_fields> values;
    Mask mask;
    std::vector<std::pair<int, std::vector<Value>>> repeated;

    void put(int index, Value value) {
      values[static_cast<std::size_t>(index)] = std::move(value);
      mask.set(static_cast<std::size_t>(index));
    }
    std::vector<Value>& all(int index) {
      for (auto& [known, list] : repeated)
        if (known == index) return list;
      return repeated.emplace_back(index, std::vector<Value>{}).second;
    }
  };

  bool fail(std::string what) {
    if (error.what.empty()) error.what = std::move(what);
    return false;
  }

  bool header(const Set& set, Bytes bytes, Frame& frame) {
    // A struct may be shorter (older kernel) or longer (newer) than declared; a header before attributes may not.
    if (set.attributes > 0 && bytes.size() < static_cast<std::size_t>(set.header))
      return fail(std::to_string(bytes.size()) + " bytes where the header alone has " + std::to_string(set.header));
    for (int index = 0; index < set.members; index++) {
      const Field& field = schema_.field(set, index);
      auto offset = static_cast<std::size_t>(field.offset);
      bool rest = set.open_tail && index == set.members - 1;
      if (field.form == Form::Pad) continue;
      if (offset + (rest ? 1 : field.width) > bytes.size()) break;  // a tail of no bytes is a struct that ends before it
      Value value{};
      if (!scalar(field, rest ? bytes.subspan(offset) : bytes.subspan(offset, field.width), value)) return error.at(field.name);
      frame.put(index, std::move(value));
    }
    return true;
  }

  bool attributes(const Set& set, Bytes bytes, Frame& frame, const Mask* skip) {
    AttributeRange range(bytes);
    for (const Attribute& attribute : range) {
      int index = schema_.find(set, attribute.type);
      // Of an attribute that stands twice the first counts, as in iproute2.
      if (index < 0 || frame.mask[static_cast<std::size_t>(index)] || (skip && (*skip)[static_cast<std::size_t>(index)])) continue;
      const Field& field = schema_.field(set, index);
      Value value{};
      if (!payload(set, field, attribute.payload, bytes, value)) return error.at(field.name);
      if (field.multi) frame.all(index).push_back(std::move(value));
      else frame.put(index, std::move(value));
    }
    for (auto& [index, list] : frame.repeated) frame.put(index, builder_.array(list));
    return range.broken() ? fail("an attribute's length goes past the end") : true;
  }

  bool payload(const Set& set, const Field& field, Bytes bytes, Bytes siblings, Value& out) {
    switch (field.form) {
      case Form::Nest: return this->set(field.child, bytes, out);
      case Form::Select: {
        int chosen = selected_set(schema_, set, schema_.selectors[static_cast<std::size_t>(field.child)], siblings);
        if (chosen >= 0) return this->set(chosen, bytes, out);
        out = builder_.bytes(bytes);
        return true;
      }
      case Form::List: case Form::Packed: case Form::Records: return elements(field, bytes, out);
      default: return scalar(field, bytes, out);
    }
  }

  bool elements(const Field& field, Bytes bytes, Value& out) {
    std::vector<Value> items;
    auto item = [&](Bytes one) {
      Value value{};
      const Field& kind = field.form == Form::Records ? field : schema_.fields[static_cast<std::size_t>(field.child)];
      bool nest = field.form == Form::Records || kind.form == Form::Nest;
      if (nest ? set(kind.child, one, value) : scalar(kind, one, value)) return items.push_back(std::move(value)), true;
      return error.at("[" + std::to_string(items.size()) + "]");
    };
    bool broken = false;
    if (field.form == Form::Packed) {
      const Field& kind = schema_.fields[static_cast<std::size_t>(field.child)];
      std::size_t size = kind.form == Form::Nest ? static_cast<std::size_t>(schema_.sets[static_cast<std::size_t>(kind.child)].header) : kind.width;
      if (size == 0 || bytes.size() % size != 0) return fail(std::to_string(bytes.size()) + " bytes where elements have " + std::to_string(size));
      for (; !bytes.empty(); bytes = bytes.subspan(size))
        if (!item(bytes.first(size))) return false;
    } else if (field.form == Form::Records) {
      RecordRange range(bytes);
      for (Bytes one : range)
        if (!item(one)) return false;
      broken = range.broken();
    } else {
      AttributeRange range(bytes);
      for (const Attribute& one : range)
        if (!item(one.payload)) return false;
      broken = range.broken();
    }
    out = builder_.array(items);
    return broken ? fail("an element's length goes past the end") : true;
  }

  bool scalar(const Field& field, Bytes bytes, Value& out) {
    if (field.form == Form::Nest) return set(field.child, bytes, out);  // a struct inside a struct
    bool fixed = field.width != 0 && field.form != Form::String;
    if (fixed && bytes.size() != field.width)
      return fail(std::to_string(bytes.size()) + " bytes where " + std::to_string(field.width) + " are expected");
    if (field.width == 0 && field.form == Form::Unsigned && bytes.size() != 4 && bytes.size() != 8)
      return fail(std::to_string(bytes.size()) + " bytes where 4 or 8 are expected");
    switch (field.form) {
      case Form::Unsigned: out = builder_.number(static_cast<double>(load_number(field, bytes))); return true;
      case Form::Signed: out = builder_.number(static_cast<double>(static_cast<std::int64_t>(load_number(field, bytes)))); return true;
      case Form::Bigint: out = builder_.bigint(load_number(field, bytes)); return true;
      case Form::String: out = builder_.text(bytes.first(length_to_nul(bytes))); return true;
      case Form::Bytes: out = builder_.bytes(bytes); return true;
      case Form::Lladdr: out = builder_.lladdr(bytes); return true;
      case Form::Ip:
        if (bytes.size() != 4 && bytes.size() != 16) return fail(std::to_string(bytes.size()) + " bytes where an address has 4 or 16");
        out = builder_.ip(bytes);
        return true;
      // A byte is no part of a flag's form, but vxlan_fill_info writes one, which may be zero.
      case Form::Flag: out = bytes.size() == 1 && bytes[0] == std::byte{0} ? builder_.number(0) : builder_.flag(); return true;
      default: return fail("this form is no scalar");
    }
  }

  static std::size_t length_to_nul(Bytes bytes) {
    const void* nul = bytes.empty() ? nullptr : std::memchr(bytes.data(), 0, bytes.size());
    return nul ? static_cast<std::size_t>(static_cast<const std::byte*>(nul) - bytes.data()) : bytes.size();
  }

  const Schema& schema_;
  Builder& builder_;
  int depth_ = 0;
};

}  // namespace netns
