#include "codec/encode.h"

#include <linux/netlink.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "netlink/attribute.h"

namespace netns {

bool Encoder::fail(const char* what) {
  if (error_.empty()) error_ = what;
  return false;
}

bool Encoder::word(std::uint32_t& value) {
  if (done()) return fail("record ends early");
  value = words_[position_++];
  return true;
}

bool Encoder::bytes(std::span<const std::byte>& bytes) {
  std::uint32_t length;
  if (!word(length)) return false;
  std::size_t words = (std::size_t{length} + 3) / 4;
  if (words > words_.size() - position_) return fail("record ends early");
  bytes = std::as_bytes(words_.subspan(position_, words)).first(length);
  position_ += words;
  return true;
}

bool Encoder::number(const Field& field, std::byte* to) {
  std::uint32_t low, high = 0;
  bool wide = field.width == 8 || field.width == 0;
  if (!word(low) || (wide && !word(high))) return false;
  std::uint64_t value = (std::uint64_t{high} << 32) | low;
  std::memcpy(to, &value, field.width == 0 ? sizeof value : field.width);  // low bytes first: see the static_assert below
  if (field.big_endian) std::reverse(to, to + field.width);
  return true;
}
static_assert(std::endian::native == std::endian::little, "big-endian hosts need number() to take the high end");

bool Encoder::message(std::uint16_t type, std::uint16_t flags, int set_id) {
  std::size_t start = out_.size();
  nlmsghdr header{.nlmsg_len = 0, .nlmsg_type = type, .nlmsg_flags = flags, .nlmsg_seq = 0, .nlmsg_pid = 0};
  put(std::as_bytes(std::span(&header, 1)));
  if (!set(set_id)) return false;
  align();
  auto length = static_cast<std::uint32_t>(out_.size() - start);
  std::memcpy(out_.data() + start, &length, sizeof length);
  return true;
}

bool Encoder::set(int set_id) {
  if (set_id < 0 || static_cast<std::size_t>(set_id) >= schema_.sets.size()) return fail("no such set");
  if (depth_ >= Schema::max_depth) return fail("nested too deeply");
  const Set& set = schema_.sets[static_cast<std::size_t>(set_id)];
  std::size_t header = out_.size();
  out_.resize(header + static_cast<std::size_t>(set.header));
  depth_++;
  for (std::uint32_t head; word(head);) {
    if (head == end_of_set) {
      depth_--;
      return true;
    }
    int index = static_cast<int>(head & 0xffff);
    if (index >= set.fields()) return fail("no such field");
    const Field& field = schema_.field(set, index);
    if (index < set.members ? member(field, head >> 16, header) : attribute(field, head >> 16)) continue;
    path_ = path_.empty() ? field.name : path_.front() == '[' ? field.name + path_ : field.name + "." + path_;
    return false;
  }
  return false;
}

bool Encoder::member(const Field& field, std::uint32_t aux, std::size_t header) {
  std::size_t at = header + static_cast<std::size_t>(field.offset);
  switch (field.form) {
    case Form::Unsigned: case Form::Signed: case Form::Bigint:
      return number(field, out_.data() + at);
    case Form::Bytes: case Form::Lladdr: case Form::Ip: {
      std::span<const std::byte> value;
      if (!bytes(value)) return false;
      if (field.width == 0) return put(value), true;  // the member that takes the rest
      if (value.size() != field.width) return fail("wrong length");
      std::copy(value.begin(), value.end(), out_.begin() + static_cast<std::ptrdiff_t>(at));
      return true;
    }
    case Form::Nest: {  // a struct inside a struct: written at the end, then moved to its place
      std::size_t start = out_.size();
      if (!set(field.child)) return false;
      std::copy(out_.begin() + static_cast<std::ptrdiff_t>(start), out_.end(), out_.begin() + static_cast<std::ptrdiff_t>(at));
      out_.resize(start);
      return true;
    }
    default:
      (void)aux;
      return fail("a header cannot hold this");
  }
}

bool Encoder::attribute(const Field& field, std::uint32_t aux) {
  std::size_t start = out_.size();
  nlattr head{.nla_len = 0, .nla_type = static_cast<std::uint16_t>(field.type | (field.nested ? NLA_F_NESTED : 0))};
  put(std::as_bytes(std::span(&head, 1)));
  return payload(field, aux) && close(start, 0xffff);
}

// nla_len has 16 bits: a longer attribute would be cut silently, and the rest read as something else.
bool Encoder::close(std::size_t start, std::size_t limit) {
  std::size_t length = out_.size() - start;
  if (length > limit) return fail("longer than the 65535 bytes that an attribute can have");
  auto short_length = static_cast<std::uint16_t>(length);
  std::memcpy(out_.data() + start, &short_length, sizeof short_length);
  align();
  return true;
}

bool Encoder::payload(const Field& field, std::uint32_t aux) {
  std::span<const std::byte> value;
  switch (field.form) {
    case Form::Unsigned: case Form::Signed: case Form::Bigint: {
      std::byte number_bytes[8];
      if (!number(field, number_bytes)) return false;
      put(std::span(number_bytes, field.width != 0 ? field.width : load<std::uint32_t>(number_bytes, 4) == 0 ? 4 : 8));
      return true;
    }
    case Form::String:
      if (!bytes(value)) return false;
      put(value);
      if (!field.unterminated) out_.push_back(std::byte{0});
      return true;
    case Form::Bytes: case Form::Lladdr: case Form::Ip:
      if (!bytes(value)) return false;
      put(value);
      return true;
    case Form::Flag: return true;
    case Form::Nest: return set(field.child);
    case Form::Select:
      if (aux != raw_bytes) return set(static_cast<int>(aux));
      if (!bytes(value)) return false;
      put(value);
      return true;
    case Form::List: case Form::Packed: case Form::Records: return elements(field);
    case Form::Pad: break;
  }
  return fail("padding has no value");
}

bool Encoder::elements(const Field& field) {
  std::uint32_t count;
  if (!word(count)) return false;
  for (std::uint32_t index = 0; index < count; index++)
    if (!element(field, index)) {
      path_ = "[" + std::to_string(index) + "]" + (path_.empty() ? "" : ".") + path_;
      return false;
    }
  return true;
}

bool Encoder::element(const Field& field, std::uint32_t index) {
  std::size_t start = out_.size();
  if (field.form == Form::Records) return set(field.child) && close(start, 0xffff);
  const Field& item = schema_.fields[static_cast<std::size_t>(field.child)];
  if (field.form == Form::Packed) return payload(item, 0);
  std::uint32_t number = item.multi ? 0 : index + (item.type < 0 ? 1 : 0);
  nlattr head{.nla_len = 0, .nla_type = static_cast<std::uint16_t>((number & NLA_TYPE_MASK) | (item.nested ? NLA_F_NESTED : 0))};
  put(std::as_bytes(std::span(&head, 1)));
  return payload(item, 0) && close(start, 0xffff);
}

}  // namespace netns
