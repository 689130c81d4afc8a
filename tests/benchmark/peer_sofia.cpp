// SPDX-License-Identifier: MIT
// What sofia-sip takes to read the same message, for comparison.
#include <benchmark/benchmark.h>
#include <sofia-sip/msg.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_protos.h>

#include "traffic.hpp"

namespace sipgloss::benchmark {
namespace {

void peer_sofia_parse(::benchmark::State& state) {
  const std::string bytes = challenge();
  for (auto _ : state) {
    msg_t* const message =
        msg_make(sip_default_mclass(), 0, bytes.data(), static_cast<isize_t>(bytes.size()));
    const sip_t* const sip = sip_object(message);
    if (sip == nullptr || sip->sip_error != nullptr)
      state.SkipWithError("sofia-sip does not read the message");
    msg_destroy(message);
  }
}
BENCHMARK(peer_sofia_parse);

}  // namespace
}  // namespace sipgloss::benchmark
