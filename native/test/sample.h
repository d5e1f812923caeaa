// A schema of the tests' own, with a field of every form. Its names are in `sample.cc`; sets and fields that tests
// speak of by number have constants here.
#pragma once

#include "codec/schema.h"

namespace netns::test {

enum SampleSet { root, pair, inner, hop, other, via };

// Attribute types of `root`. Its five header members (family, port, index, pair, tail) and two paddings come first.
enum SampleType : std::uint16_t {
  t_name = 1, t_label, t_u8, t_be32, t_s16, t_uint, t_u64, t_id, t_mac, t_lladdr, t_ip, t_ip4, t_flag, t_bytes, t_inner,
  t_numbers, t_inners, t_ports, t_pairs, t_hops, t_kind, t_data, t_number, t_more, t_many, t_via, t_self, t_pair, t_zeros,
};
constexpr int root_members = 7;
constexpr std::size_t root_header = 16;

const Schema& sample();

}  // namespace netns::test
