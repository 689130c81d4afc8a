// SPDX-License-Identifier: MIT
// What a session costs: time and memory a message at several sizes of the capture, and the steps
// that it is made of.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include "traffic.hpp"

namespace sipgloss::benchmark {
namespace {

std::size_t bytes_in_use() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

/// Reading and tracking a whole capture: the counters are nanoseconds and bytes a message.
void observe(::benchmark::State& state) {
  const std::deque<Captured> capture = calls(static_cast<std::size_t>(state.range(0)));
  double kept = 0;
  for (auto _ : state) {
    const std::size_t before = bytes_in_use();
    Session session;
    Message message;
    for (const Captured& captured : capture) {
      message.reparse(captured.packet.wire());
      session.observe(captured.packet, message);
    }
    kept = static_cast<double>(bytes_in_use() - before);
  }
  const auto count = static_cast<double>(capture.size());
  state.counters["bytes_per_message"] = kept / count;
  state.counters["time_per_message"] = ::benchmark::Counter(
      count, ::benchmark::Counter::kIsIterationInvariantRate | ::benchmark::Counter::kInvert);
}
BENCHMARK(observe)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(::benchmark::kMillisecond);

/// Reading alone.
void parse(::benchmark::State& state) {
  const std::string bytes = challenge();
  Message message;
  for (auto _ : state) {
    message.reparse({bytes});
    ::benchmark::DoNotOptimize(message);
  }
}
BENCHMARK(parse);

/// One response read, matched, judged and annotated.
void gloss(::benchmark::State& state) {
  const std::string bytes = challenge();
  const Packet packet{.frame = 1, .time = Time(std::chrono::hours(24)), .bytes = bytes};
  Session session;
  Message message;
  message.reparse(packet.wire());
  const MessageId id = session.observe(packet, message);
  Annotation annotation;
  for (auto _ : state) {
    message.reparse(packet.wire());
    session.annotate(id, packet, message, annotation);
    ::benchmark::DoNotOptimize(annotation);
  }
}
BENCHMARK(gloss);

}  // namespace
}  // namespace sipgloss::benchmark

BENCHMARK_MAIN();
