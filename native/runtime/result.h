// What an operation yields: a value, or the facts of its failure. No exceptions below binding/.
#pragma once

#include <cerrno>
#include <string>
#include <utility>
#include <variant>

namespace netns {

// `error` is a positive errno; `syscall` a string literal; `path` the file concerned, if one is.
struct Failure {
  int error = 0;
  const char* syscall = "";
  std::string path;
};

// Reads errno at once, before anything else can change it.
inline Failure failure(const char* syscall, std::string path = {}) {
  int error = errno;
  return Failure{error, syscall, std::move(path)};
}

struct Nothing {};

template <typename T = Nothing>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const Failure& failure() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace netns
