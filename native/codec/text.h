// Text forms of bytes, and names that are not UTF-8.
#pragma once

#include <string>

#include "netlink/attribute.h"

namespace netns {

std::string format_ip(Bytes bytes);      // 4 or 16 bytes
std::string format_lladdr(Bytes bytes);  // 02:00:00:00:00:01

bool is_ascii(Bytes bytes);

// UTF-16 of bytes that may not be UTF-8: each byte that does not fit becomes the lone surrogate U+DC00 + byte, so
// that whatever name somebody gave a link can be read and given back. lib/values/text.ts does the reverse.
std::u16string decode_text(Bytes bytes);

}  // namespace netns
