// SPDX-License-Identifier: MIT
// What libosip2 takes to read the same message, for comparison.
#include <benchmark/benchmark.h>
#include <osipparser2/osip_parser.h>

#include "traffic.hpp"

namespace sipgloss::benchmark {
namespace {

void peer_osip_parse(::benchmark::State& state) {
  parser_init();
  const std::string bytes = challenge();
  for (auto _ : state) {
    osip_message_t* message = nullptr;
    osip_message_init(&message);
    const int failed = osip_message_parse(message, bytes.data(), bytes.size());
    if (failed != 0) state.SkipWithError("libosip2 does not read the message");
    osip_message_free(message);
  }
}
BENCHMARK(peer_osip_parse);

}  // namespace
}  // namespace sipgloss::benchmark
