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

/// A capture read, matched, judged by all rules and annotated, message by message.
void gloss(::benchmark::State& state, const std::deque<Captured>& capture) {
  Message message;
  Annotation annotation;
  for (auto _ : state) {
    Session session;
    for (const Captured& captured : capture) {
      message.reparse(captured.packet.wire());
      const MessageId id = session.observe(captured.packet, message);
      session.annotate(id, captured.packet, message, annotation);
      ::benchmark::DoNotOptimize(annotation);
    }
  }
  state.counters["time_per_message"] = ::benchmark::Counter(
      static_cast<double>(capture.size()),
      ::benchmark::Counter::kIsIterationInvariantRate | ::benchmark::Counter::kInvert);
}
BENCHMARK_CAPTURE(gloss, calls, calls(7'000))->Unit(::benchmark::kMillisecond);
BENCHMARK_CAPTURE(gloss, challenges, challenges(2'000))->Unit(::benchmark::kMillisecond);

}  // namespace
}  // namespace sipgloss::benchmark
