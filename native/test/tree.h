// What decoding yields in C++: a tree, which can be shown as text, and written as the record from which it is encoded again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "codec/decode.h"
#include "test/wire.h"

namespace netns::test {

struct Node;
using Tree = std::shared_ptr<const Node>;

struct Node {
  enum class Kind { Number, Bigint, Text, Bytes, Lladdr, Ip, Flag, Array, Object };
  Kind kind;
  double number = 0;
  std::uint64_t bits = 0;
  Data bytes = {};
  std::vector<Tree> items = {};
  int set = -1;                  // of an Object
  std::vector<int> present = {};
};

class TreeBuilder {
 public:
  using Value = Tree;
  Tree number(double value);
  Tree bigint(std::uint64_t value);
  Tree text(Bytes bytes);
  Tree bytes(Bytes bytes);
  Tree lladdr(Bytes bytes);
  Tree ip(Bytes bytes);
  Tree flag();
  Tree array(std::vector<Tree>& items);
  Tree object(int set, const Mask& mask, const Tree* present, std::size_t count);
};

// {family: 2, name: 'x', inner: {value: 5}}
std::string show(const Schema& schema, const Tree& tree);

// The record of an object, as lib/schema/record.ts would write it.
std::vector<std::uint32_t> record_of(const Schema& schema, const Tree& object);

// Both copy what they are given to a block of exactly its size, so that the sanitizer sees each step past the end.
struct DecodedTree {
  Tree tree;  // null: see `error`
  DecodeError error;
};
DecodedTree decode(const Schema& schema, int set, Bytes bytes, const Mask* skip = nullptr);

struct Encoded {
  bool ok;
  Data bytes;
  std::string path, error;
};
Encoded encode(const Schema& schema, int set, std::span<const std::uint32_t> words);

}  // namespace netns::test
