// SPDX-License-Identifier: MIT
// What re takes to read the same message, for comparison.
#include <benchmark/benchmark.h>

#include "traffic.hpp"

// Last: it has a bool of its own.
extern "C" {
#include <re/re.h>
}

namespace sipgloss::benchmark {
namespace {

void peer_re_parse(::benchmark::State& state) {
  const std::string bytes = challenge();
  mbuf* const buffer = mbuf_alloc(bytes.size());
  mbuf_write_mem(buffer, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  for (auto _ : state) {
    sip_msg* message = nullptr;
    buffer->pos = 0;
    const int failed = sip_msg_decode(&message, buffer);
    if (failed != 0) state.SkipWithError("re does not read the message");
    mem_deref(message);
  }
  mem_deref(buffer);
}
BENCHMARK(peer_re_parse);

}  // namespace
}  // namespace sipgloss::benchmark
