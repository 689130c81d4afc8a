// SPDX-License-Identifier: MIT
// What a sender costs who means harm: time and memory a message have to stay the same, however long
// he goes on. RFC 3261 section 26.1.5.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>

#include "traffic.hpp"

namespace sipgloss::benchmark {
namespace {

std::size_t bytes_in_use() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

/// What differs from message to message.
struct Names {
  std::string start = "OPTIONS sip:bob@example.com SIP/2.0";
  std::string method = "OPTIONS";
  std::size_t branch = 0;
  std::size_t call = 0;
  std::size_t cseq = 1;
  std::string to_tag = {};
  std::string more = {};  ///< header fields
};

std::string message(const Names& names) {
  return fmt::format(
      "{}\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK{}\r\nMax-Forwards: 70\r\n"
      "From: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>{}\r\nCall-ID: {}\r\n"
      "CSeq: {} {}\r\nContact: <sip:alice@10.0.0.1>\r\n{}Content-Length: 0\r\n\r\n",
      names.start, names.branch, names.to_tag.empty() ? "" : ";tag=" + names.to_tag, names.call,
      names.cseq, names.method, names.more);
}

/// Every message a branch, a dialog and a call of its own.
Names branches(std::size_t i) { return {.branch = i, .call = i, .to_tag = fmt::to_string(i)}; }

/// One Call-ID, one dialog and a branch a message: everything belongs together.
Names one_call(std::size_t i) {
  return {
      .start = i % 2 == 0 ? "INVITE sip:bob@example.com SIP/2.0" : "SIP/2.0 491 Request Pending",
      .method = "INVITE",
      .branch = i / 2,
      .cseq = i / 2 + 1,
      .to_tag = "b"};
}

/// One transaction: an INVITE, and responses to it without end.
Names one_branch(std::size_t i) {
  return {.start = i == 0 ? "INVITE sip:bob@example.com SIP/2.0" : "SIP/2.0 183 Session Progress",
          .method = "INVITE",
          .to_tag = i == 0 ? "" : fmt::to_string(i % 5),
          .more = fmt::format("Require: 100rel\r\nRSeq: {}\r\n", i)};
}

/// One Call-ID, and registrations that are refused without end.
Names refused(std::size_t i) {
  return {.start = i % 2 == 0 ? "REGISTER sip:example.com SIP/2.0" : "SIP/2.0 401 Unauthorized",
          .method = "REGISTER",
          .branch = i / 2,
          .cseq = i / 2,
          .to_tag = i % 2 == 0 ? "" : "b",
          .more = i % 2 == 0 ? "Authorization: Digest realm=\"r\", nonce=\"n\", response=\"0\"\r\n"
                             : "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\n"};
}

void hostile(::benchmark::State& state, Names (*names_of)(std::size_t)) {
  const auto count = static_cast<std::size_t>(state.range(0));
  const auto at = [](unsigned char last) { return Endpoint{{10, 0, 0, last}, 4, 5060}; };
  double kept = 0;
  for (auto _ : state) {
    const std::size_t before = bytes_in_use();
    Session session;
    Message message;
    Annotation annotation;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string bytes = benchmark::message(names_of(i));
      const bool response = bytes.starts_with("SIP/");
      const Packet packet{.frame = static_cast<std::uint32_t>(i + 1),
                          .time = Time(std::chrono::hours(24) + std::chrono::milliseconds(i)),
                          .source = at(response ? 2 : 1),
                          .destination = at(response ? 1 : 2),
                          .bytes = bytes};
      message.reparse(packet.wire());
      session.annotate(session.observe(packet, message), packet, message, annotation);
    }
    kept = static_cast<double>(bytes_in_use() - before);
  }
  state.counters["bytes_per_message"] = kept / static_cast<double>(count);
  state.counters["time_per_message"] = ::benchmark::Counter(
      static_cast<double>(count),
      ::benchmark::Counter::kIsIterationInvariantRate | ::benchmark::Counter::kInvert);
}
BENCHMARK_CAPTURE(hostile, branches, branches)
    ->Arg(50'000)
    ->Arg(200'000)
    ->Unit(::benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, one_call, one_call)
    ->Arg(50'000)
    ->Arg(200'000)
    ->Unit(::benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, one_branch, one_branch)
    ->Arg(50'000)
    ->Arg(200'000)
    ->Unit(::benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, refused, refused)
    ->Arg(50'000)
    ->Arg(200'000)
    ->Unit(::benchmark::kMillisecond);

/// One response over a stream with a header field repeated without end: time is by header field.
void many_headers(::benchmark::State& state, std::string_view row) {
  std::string bytes = challenge();
  std::string more;
  for (std::int64_t i = 0; i < state.range(0); ++i) more += row;
  bytes.insert(bytes.find("\r\n") + 2, more);
  const Packet packet{.frame = 1,
                      .time = Time(std::chrono::hours(24)),
                      .transport = Transport::tcp,
                      .bytes = bytes};
  Message message;
  Annotation annotation;
  for (auto _ : state) {
    Session session;
    message.reparse(packet.wire());
    session.annotate(session.observe(packet, message), packet, message, annotation);
  }
  state.counters["time_per_header"] = ::benchmark::Counter(
      static_cast<double>(state.range(0)),
      ::benchmark::Counter::kIsIterationInvariantRate | ::benchmark::Counter::kInvert);
}
#define SIPGLOSS_MANY(name, row)             \
  BENCHMARK_CAPTURE(many_headers, name, row) \
      ->Arg(10'000)                          \
      ->Arg(100'000)                         \
      ->Arg(1'000'000)                       \
      ->Unit(::benchmark::kMillisecond)
SIPGLOSS_MANY(vias, "Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\n");
SIPGLOSS_MANY(unknown, "X-Y: z\r\n");
SIPGLOSS_MANY(contacts, "m: <sip:a@b>\r\n");
SIPGLOSS_MANY(warnings, "Warning: 399 a \"b\"\r\n");
SIPGLOSS_MANY(challenges, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\n");
SIPGLOSS_MANY(broken_challenges, "WWW-Authenticate: x\r\n");
SIPGLOSS_MANY(reasons, "Reason: SIP;cause=200\r\n");
SIPGLOSS_MANY(routes, "Record-Route: <sip:p;lr>\r\n");
SIPGLOSS_MANY(history, "History-Info: <sip:a@b>;index=1\r\n");
#undef SIPGLOSS_MANY

}  // namespace
}  // namespace sipgloss::benchmark
