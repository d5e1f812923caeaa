#include "test/tree.h"

#include <algorithm>
#include <cmath>

#include "codec/encode.h"
#include "codec/text.h"

namespace netns::test {

namespace {

Tree leaf(Node::Kind kind, Bytes bytes) { return std::make_shared<Node>(Node{.kind = kind, .bytes = Data(bytes.begin(), bytes.end())}); }

std::string hex(Bytes bytes) {
  std::string text = format_lladdr(bytes);
  std::erase(text, ':');
  return "<" + text + ">";
}

std::string number(double value) {
  return value == std::floor(value) && std::abs(value) < 1e15 ? std::to_string(static_cast<long long>(value)) : std::to_string(value);
}

std::string list(const Schema& schema, const Node& node) {
  std::string text;
  for (std::size_t index = 0; index < node.items.size(); index++) {
    if (index > 0) text += ", ";
    if (node.kind == Node::Kind::Object) text += schema.field(schema.sets[static_cast<std::size_t>(node.set)], node.present[index]).name + ": ";
    text += show(schema, node.items[index]);
  }
  return text;
}

class Writer {
 public:
  explicit Writer(const Schema& schema) : schema_(schema) {}

  void set(const Node& object) {
    const Set& set = schema_.sets[static_cast<std::size_t>(object.set)];
    for (std::size_t at = 0; at < object.present.size(); at++) {
      const Field& field = schema_.field(set, object.present[at]);
      if (!field.multi) entry(object.present[at], field, *object.items[at]);
      else for (const Tree& one : object.items[at]->items) entry(object.present[at], field, *one);
    }
    words.push_back(Encoder::end_of_set);
  }

  std::vector<std::uint32_t> words;

 private:
  void entry(int index, const Field& field, const Node& node) {
    std::uint32_t aux = field.form != Form::Select ? 0 : node.kind == Node::Kind::Object ? static_cast<std::uint32_t>(node.set) : Encoder::raw_bytes;
    words.push_back(static_cast<std::uint32_t>(index) | aux << 16);
    value(field, node);
  }

  void value(const Field& field, const Node& node) {
    switch (node.kind) {
      case Node::Kind::Number: case Node::Kind::Bigint: return number(field, bits_of(field, node));
      case Node::Kind::Flag: return;
      case Node::Kind::Object: return set(node);
      case Node::Kind::Array:
        words.push_back(static_cast<std::uint32_t>(node.items.size()));
        for (const Tree& one : node.items) value(field.form == Form::Records ? field : schema_.fields[static_cast<std::size_t>(field.child)], *one);
        return;
      default: return bytes(node.bytes);
    }
  }

  // A counter near 2^64 has become 2^64 as a double: the greatest number stands for it.
  static std::uint64_t bits_of(const Field& field, const Node& node) {
    if (node.kind == Node::Kind::Bigint) return node.bits;
    if (field.form == Form::Signed) return node.number >= 0x1p63 ? std::uint64_t{INT64_MAX} : static_cast<std::uint64_t>(static_cast<std::int64_t>(node.number));
    return node.number >= 0x1p64 ? UINT64_MAX : static_cast<std::uint64_t>(node.number);
  }

  void number(const Field& field, std::uint64_t bits) {
    words.push_back(static_cast<std::uint32_t>(bits));
    if (field.width == 8 || field.width == 0) words.push_back(static_cast<std::uint32_t>(bits >> 32));
  }

  void bytes(const Data& bytes) {
    words.push_back(static_cast<std::uint32_t>(bytes.size()));
    std::size_t at = words.size();
    words.resize(at + (bytes.size() + 3) / 4);
    if (!bytes.empty()) std::memcpy(words.data() + at, bytes.data(), bytes.size());
  }

  const Schema& schema_;
};

}  // namespace

Tree TreeBuilder::number(double value) { return std::make_shared<Node>(Node{.kind = Node::Kind::Number, .number = value}); }
Tree TreeBuilder::bigint(std::uint64_t value) { return std::make_shared<Node>(Node{.kind = Node::Kind::Bigint, .bits = value}); }
Tree TreeBuilder::text(Bytes bytes) { return leaf(Node::Kind::Text, bytes); }
Tree TreeBuilder::bytes(Bytes bytes) { return leaf(Node::Kind::Bytes, bytes); }
Tree TreeBuilder::lladdr(Bytes bytes) { return leaf(Node::Kind::Lladdr, bytes); }
Tree TreeBuilder::ip(Bytes bytes) { return leaf(Node::Kind::Ip, bytes); }
Tree TreeBuilder::flag() { return leaf(Node::Kind::Flag, {}); }
Tree TreeBuilder::array(std::vector<Tree>& items) { return std::make_shared<Node>(Node{.kind = Node::Kind::Array, .items = std::move(items)}); }
Tree TreeBuilder::object(int set, const Mask& mask, const Tree* present, std::size_t count) {
  Node node{.kind = Node::Kind::Object, .items = std::vector<Tree>(present, present + count), .set = set};
  for (std::size_t index = 0; index < mask.size(); index++)
    if (mask[index]) node.present.push_back(static_cast<int>(index));
  return std::make_shared<Node>(std::move(node));
}

std::string show(const Schema& schema, const Tree& tree) {
  if (!tree) return "nothing";
  switch (tree->kind) {
    case Node::Kind::Number: return number(tree->number);
    case Node::Kind::Bigint: return std::to_string(tree->bits) + "n";
    case Node::Kind::Text: return "'" + std::string(reinterpret_cast<const char*>(tree->bytes.data()), tree->bytes.size()) + "'";
    case Node::Kind::Bytes: return hex(tree->bytes);
    case Node::Kind::Lladdr: return format_lladdr(tree->bytes);
    case Node::Kind::Ip: return format_ip(tree->bytes);
    case Node::Kind::Flag: return "true";
    case Node::Kind::Array: return "[" + list(schema, *tree) + "]";
    case Node::Kind::Object: break;
  }
  return "{" + list(schema, *tree) + "}";
}

std::vector<std::uint32_t> record_of(const Schema& schema, const Tree& object) {
  Writer writer(schema);
  writer.set(*object);
  return writer.words;
}

DecodedTree decode(const Schema& schema, int set, Bytes bytes, const Mask* skip) {
  std::unique_ptr<std::byte[]> block(new std::byte[bytes.size()]);
  std::copy(bytes.begin(), bytes.end(), block.get());
  TreeBuilder builder;
  Decoder<TreeBuilder> decoder(schema, builder);
  DecodedTree decoded;
  if (!decoder.set(set, Bytes(block.get(), bytes.size()), decoded.tree, skip)) decoded.tree = nullptr;
  decoded.error = decoder.error;
  return decoded;
}

Encoded encode(const Schema& schema, int set, std::span<const std::uint32_t> words) {
  std::unique_ptr<std::uint32_t[]> block(new std::uint32_t[words.size()]);
  std::copy(words.begin(), words.end(), block.get());
  Encoded encoded;
  Encoder encoder(schema, std::span<const std::uint32_t>(block.get(), words.size()), encoded.bytes);
  encoded.ok = encoder.set(set);
  encoded.path = encoder.path();
  encoded.error = encoder.error();
  return encoded;
}

}  // namespace netns::test
