// Attributes and messages as they lie in a buffer. AttributeRange and MessageRange hold the only pointer
// arithmetic over bytes from outside; whoever iterates them cannot read past the end.
#pragma once

#include <linux/netlink.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace netns {

using Bytes = std::span<const std::byte>;

// Netlink aligns to 4 bytes only, so that a 64-bit value may lie anywhere: every load is a memcpy.
template <typename T>
T load(Bytes bytes, std::size_t offset = 0) {
  T value{};
  if (offset + sizeof(T) <= bytes.size()) std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

constexpr std::size_t align4(std::size_t length) { return (length + 3) & ~std::size_t{3}; }

struct Attribute {
  std::uint16_t type;  // without NLA_F_NESTED and NLA_F_NET_BYTEORDER
  Bytes payload;
};

struct Message {
  nlmsghdr header;
  Bytes payload;
};

// Walks records that start with their own length. `Traits` says how to read one; a record whose length is shorter
// than its header or longer than what is left ends the walk, and `broken()` tells.
template <typename Traits>
class Range {
 public:
  using Item = typename Traits::Item;
  explicit Range(Bytes bytes) : rest_(bytes) {}

  class Iterator {
   public:
    explicit Iterator(Range* range) : range_(range) { next(); }
    const Item& operator*() const { return item_; }
    Iterator& operator++() {
      next();
      return *this;
    }
    bool operator!=(std::nullptr_t) const { return range_ != nullptr; }

   private:
    void next() {
      if (!range_->take(item_)) range_ = nullptr;
    }
    Range* range_;
    Item item_{};
  };
  Iterator begin() { return Iterator(this); }
  std::nullptr_t end() const { return nullptr; }

  bool broken() const { return broken_; }
  Bytes rest() const { return rest_; }

 private:
  bool take(Item& item) {
    if (rest_.size() < Traits::header) {
      broken_ = Traits::strict && !rest_.empty();
      return false;
    }
    std::size_t length = Traits::length(rest_);
    if (length < Traits::header || length > rest_.size()) {
      broken_ = true;
      return false;
    }
    item = Traits::item(rest_.first(length));
    std::size_t step = align4(length);
    rest_ = step < rest_.size() ? rest_.subspan(step) : Bytes{};
    return true;
  }

  Bytes rest_;
  bool broken_ = false;
};

struct AttributeTraits {
  using Item = Attribute;
  static constexpr std::size_t header = sizeof(nlattr);
  static constexpr bool strict = true;
  static std::size_t length(Bytes bytes) { return load<std::uint16_t>(bytes); }
  static Attribute item(Bytes bytes) {
    return {static_cast<std::uint16_t>(load<std::uint16_t>(bytes, 2) & NLA_TYPE_MASK), bytes.subspan(header)};
  }
};
using AttributeRange = Range<AttributeTraits>;

struct MessageTraits {
  using Item = Message;
  static constexpr std::size_t header = sizeof(nlmsghdr);
  static constexpr bool strict = true;
  static std::size_t length(Bytes bytes) { return load<std::uint32_t>(bytes); }
  static Message item(Bytes bytes) { return {load<nlmsghdr>(bytes), bytes.subspan(header)}; }
};
using MessageRange = Range<MessageTraits>;

// rtnexthop and its like: the length stands in the first two bytes of the record itself.
struct RecordTraits {
  using Item = Bytes;
  static constexpr std::size_t header = 4;
  static constexpr bool strict = true;
  static std::size_t length(Bytes bytes) { return load<std::uint16_t>(bytes); }
  static Bytes item(Bytes bytes) { return bytes; }
};
using RecordRange = Range<RecordTraits>;

}  // namespace netns
