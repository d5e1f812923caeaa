// Turns a record into a netlink message. A record is the stream of 32-bit words in which lib/schema/record.ts
// writes values that it has checked: for each field its index within the set, then its value; `end_of_set` closes
// a set. Names, types and ranges are TypeScript's business; byte order, alignment, nesting and lengths are this file's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "codec/schema.h"

namespace netns {

class Encoder {
 public:
  static constexpr std::uint32_t end_of_set = 0xffffffff;
  static constexpr std::uint32_t raw_bytes = 0xffff;  // a Select without a known set

  Encoder(const Schema& schema, std::span<const std::uint32_t> words, std::vector<std::byte>& out)
      : schema_(schema), words_(words), out_(out) {}

  // Appends the header and attributes of `set`, read up to its end_of_set. False: see `error`.
  bool set(int set);
  // Appends a whole message; `header` with its length filled in here.
  bool message(std::uint16_t type, std::uint16_t flags, int set);

  bool word(std::uint32_t& value);
  bool done() const { return position_ >= words_.size(); }

  // "path: what is wrong", empty while all is well.
  const std::string& error() const { return error_; }
  const std::string& path() const { return path_; }

 private:
  bool member(const Field& field, std::uint32_t aux, std::size_t header);
  bool attribute(const Field& field, std::uint32_t aux);
  bool payload(const Field& field, std::uint32_t aux);
  bool number(const Field& field, std::byte* to);
  bool bytes(std::span<const std::byte>& bytes);
  bool elements(const Field& field);
  bool element(const Field& field, std::uint32_t index);
  bool close(std::size_t start, std::size_t limit);
  bool fail(const char* what);
  void put(std::span<const std::byte> bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
  void align() { out_.resize((out_.size() + 3) & ~std::size_t{3}); }

  const Schema& schema_;
  std::span<const std::uint32_t> words_;
  std::vector<std::byte>& out_;
  std::size_t position_ = 0;
  int depth_ = 0;
  std::string error_;
  std::string path_;
};

}  // namespace netns
