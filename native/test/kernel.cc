#include "test/kernel.h"

#include <sys/un.h>

#include <cerrno>

namespace netns::test {

namespace {

constexpr std::uint16_t capped = 0x100, with_words = 0x200;  // NLM_F_CAPPED, NLM_F_ACK_TLVS

// The kernel's end has no name; a forger's has.
bool from_kernel(const sockaddr_storage&, socklen_t length) { return length <= sizeof(sa_family_t); }

Wire attributes_of(const Words& words) {
  Wire made;
  if (!words.text.empty()) made.attribute(1, text(words.text + '\0'));
  if (words.offset) made.attribute(2, wire(*words.offset));
  if (words.missing_type) made.attribute(5, wire(*words.missing_type));
  if (words.missing_nest) made.attribute(6, wire(*words.missing_nest));
  return made;
}

}  // namespace

FakeKernel::FakeKernel(Script script, int type) {
  int ends[2];
  if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) == 0) {
    near_.reset(ends[0]);
    far_.reset(ends[1]);
    if (type == SOCK_DGRAM) near_copy_.reset(::dup(near_.get()));
  }
  thread_ = std::thread([this, script = std::move(script)] { script(*this); });
}

FakeKernel::~FakeKernel() {
  ::shutdown(far_.get(), SHUT_RDWR);
  finish();
}

Socket FakeKernel::socket() { return Socket::adopt(std::move(near_), from_kernel); }

void FakeKernel::finish() {
  if (thread_.joinable()) thread_.join();
}

std::vector<Sent> FakeKernel::receive() {
  Data buffer(1 << 20);
  ssize_t length = ::recv(far_.get(), buffer.data(), buffer.size(), 0);
  std::vector<Sent> requests;
  if (length <= 0) return requests;
  MessageRange range(Bytes(buffer).first(static_cast<std::size_t>(length)));
  for (const Message& message : range) requests.push_back({message.header, Data(message.payload.begin(), message.payload.end())});
  return requests;
}

void FakeKernel::send(const Wire& datagram) { ::send(far_.get(), datagram.bytes.data(), datagram.bytes.size(), MSG_NOSIGNAL); }

void FakeKernel::hang_up() { ::shutdown(far_.get(), SHUT_RDWR); }

// A connected datagram socket hears its peer only (unix_may_send): the near end is disconnected first, which the kernel
// reports to the far end as ECONNRESET, once.
void FakeKernel::forge(const Wire& datagram) {
  sockaddr_un near{};
  near.sun_family = AF_UNIX;
  ::bind(near_copy_.get(), reinterpret_cast<sockaddr*>(&near), sizeof(sa_family_t));
  socklen_t length = sizeof near;
  ::getsockname(near_copy_.get(), reinterpret_cast<sockaddr*>(&near), &length);
  sockaddr nobody{};
  nobody.sa_family = AF_UNSPEC;
  ::connect(near_copy_.get(), &nobody, sizeof nobody);
  int reset = 0;
  socklen_t size = sizeof reset;
  ::getsockopt(far_.get(), SOL_SOCKET, SO_ERROR, &reset, &size);

  UniqueFd forger(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  sockaddr own{};
  own.sa_family = AF_UNIX;
  ::bind(forger.get(), &own, sizeof(sa_family_t));
  ::sendto(forger.get(), datagram.bytes.data(), datagram.bytes.size(), MSG_DONTWAIT, reinterpret_cast<sockaddr*>(&near), length);
}

Wire ack(const Sent& request) { return error(request, 0); }

Wire error(const Sent& request, int error, const Words& words) {
  Wire payload = wire(-error, request.header);
  if (!words.capped) payload.append(request.payload).align();
  Wire attributes = attributes_of(words);
  auto flags = static_cast<std::uint16_t>((words.capped ? capped : 0) | (attributes.bytes.empty() ? 0 : with_words));
  payload.append(attributes);
  return Wire{}.message(NLMSG_ERROR, flags, request.header.nlmsg_seq, payload);
}

Wire done(const Sent& request, int error, const Words& words, std::uint16_t flags) {
  Wire attributes = attributes_of(words);
  auto all = static_cast<std::uint16_t>(flags | NLM_F_MULTI | (attributes.bytes.empty() ? 0 : with_words));
  return Wire{}.message(NLMSG_DONE, all, request.header.nlmsg_seq, wire(-error).append(attributes));
}

Wire part(const Sent& request, Bytes payload, std::uint16_t flags) {
  return Wire{}.message(16, static_cast<std::uint16_t>(flags | NLM_F_MULTI), request.header.nlmsg_seq, payload);
}

Wire together(std::initializer_list<Wire> messages) {
  Wire made;
  for (const Wire& one : messages) made.align().append(one);
  return made;
}

}  // namespace netns::test
