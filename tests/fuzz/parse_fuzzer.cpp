// SPDX-License-Identifier: MIT
// Fuzzer of the parser: any bytes are read without fault, and what comes out keeps its promises.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "../annotations/message/invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view broken = sipgloss::test::broken_invariant(bytes);
  if (!broken.empty()) {
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(broken.size()), broken.data());
    std::abort();
  }
  sipgloss::begins_like_status_line(bytes);
  return 0;
}
