#include "netlink/extack.h"

#include <linux/netlink.h>

#include <algorithm>

namespace netns {

namespace {

constexpr std::uint16_t capped = 0x100, acked_tlvs = 0x200;  // NLM_F_CAPPED, NLM_F_ACK_TLVS
enum : std::uint16_t { attr_message = 1, attr_offset = 2, attr_miss_type = 5, attr_miss_nest = 6 };

// Where the attributes start: behind an ERROR stands the request's header, and all of the request unless capped;
// behind a DONE only the errno.
std::size_t attributes_offset(const Message& message) {
  if (message.header.nlmsg_type == NLMSG_DONE) return sizeof(std::int32_t);
  auto request = load<nlmsghdr>(message.payload, sizeof(std::int32_t));
  std::size_t quoted = message.header.nlmsg_flags & capped ? sizeof(nlmsghdr) : request.nlmsg_len;
  return sizeof(std::int32_t) + align4(std::max(quoted, sizeof(nlmsghdr)));
}

std::string text_of(Bytes bytes) {
  std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return text.substr(0, text.find('\0'));
}

std::int64_t number_of(Bytes bytes) { return bytes.size() == 4 ? std::int64_t{load<std::uint32_t>(bytes)} : -1; }

}  // namespace

Acknowledgement read_acknowledgement(const Message& message) {
  Acknowledgement ack;
  // A DONE may carry a count instead of an errno; no errno is greater than MAX_ERRNO.
  ack.error = static_cast<int>(std::clamp<std::int64_t>(-std::int64_t{load<std::int32_t>(message.payload)}, 0, 4095));
  std::size_t offset = attributes_offset(message);
  if (!(message.header.nlmsg_flags & acked_tlvs) || offset >= message.payload.size()) return ack;
  AttributeRange range(message.payload.subspan(offset));
  for (const Attribute& attribute : range) {
    switch (attribute.type) {
      case attr_message: ack.text = text_of(attribute.payload); break;
      case attr_offset: ack.offset = number_of(attribute.payload); break;
      case attr_miss_type: ack.missing_type = number_of(attribute.payload); break;
      case attr_miss_nest: ack.missing_nest = number_of(attribute.payload); break;
      default: break;
    }
  }
  return ack;
}

}  // namespace netns
