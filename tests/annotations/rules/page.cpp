// SPDX-License-Identifier: MIT
// The pages in annotations/rules, read line by line.
#include "page.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <sstream>

namespace sipgloss::test {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool has_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) < 0; });
}

/// "192.0.2.20:5060", "[2001:db8::1]:5060".
std::optional<Endpoint> endpoint_of(std::string text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  Endpoint endpoint{.port = static_cast<std::uint16_t>(std::atoi(text.c_str() + colon + 1))};
  text.resize(colon);
  const bool ipv6 = text.starts_with('[') && text.ends_with(']');
  if (ipv6) text = text.substr(1, text.size() - 2);
  endpoint.length = ipv6 ? 16 : 4;
  const int family = ipv6 ? AF_INET6 : AF_INET;
  if (inet_pton(family, text.c_str(), endpoint.address.data()) != 1) return std::nullopt;
  return endpoint;
}

constexpr std::array<std::pair<std::string_view, Transport>, 6> transports = {{
    {"UDP", Transport::udp},
    {"TCP", Transport::tcp},
    {"TLS", Transport::tls},
    {"SCTP", Transport::sctp},
    {"WS", Transport::websocket},
    {"WSS", Transport::secure_websocket},
}};

/// Pages tell seconds; a capture has a time of day: noon of a Monday.
constexpr Time noon{std::chrono::seconds{1767614400}};

/// "> 0.120 192.0.2.20:5060 -> 192.0.2.10:5060 UDP"
std::optional<Packet> read_direction(const std::string& line) {
  std::istringstream words(line);
  std::string mark, source, arrow, destination, transport;
  double seconds = 0;
  words >> mark >> seconds >> source >> arrow >> destination >> transport;
  if (!words || !words.eof() || mark != ">" || arrow != "->") return std::nullopt;
  const auto from = endpoint_of(source);
  const auto to = endpoint_of(destination);
  const auto over = std::ranges::find(transports, transport, [](auto& pair) { return pair.first; });
  if (!from || !to || over == transports.end()) return std::nullopt;
  const std::chrono::microseconds since(std::llround(seconds * 1e6));
  return Packet{
      .time = noon + since, .transport = over->second, .source = *from, .destination = *to};
}

/// Where a message was captured that does not tell: a response of the server to the client.
Packet usual_packet(bool stream) {
  return *read_direction(stream ? "> 0.000 192.0.2.20:5060 -> 192.0.2.10:5060 TCP"
                                : "> 0.000 192.0.2.20:5060 -> 192.0.2.10:5060 UDP");
}

/// Walks through a page and fills in what it meets.
class Reader {
 public:
  explicit Reader(Page& page) : page_(page) {}

  void read() {
    while (at_ < page_.lines.size()) read_line();
    if (page_.title.empty()) fault("no title");
    close_exchange();
  }

 private:
  const std::string& line() const { return page_.lines[at_]; }
  void fault(std::string_view what) {
    page_.faults.push_back(fmt::format("{}.md:{}: {}", page_.name, at_ + 1, what));
  }

  void read_line() {
    if (line().starts_with("```")) return read_block();
    if (line().starts_with("# ")) {
      page_.title = line().substr(2);
    } else if (line().starts_with("## ")) {
      open_section();
    } else if (line().starts_with("### ")) {
      open_side();
    } else if (!page_.sections.empty() && page_.sections.back().exchanges.empty()) {
      read_introduction(page_.sections.back());
    }
    ++at_;
  }

  void open_section() {
    close_exchange();
    std::istringstream words(line().substr(3));
    Section section;
    words >> section.code >> section.slug;
    if (!words || !words.eof()) return fault("not '## code slug'");
    page_.sections.push_back(std::move(section));
    side_open_ = false;
  }

  void open_side() {
    close_exchange();
    if (page_.sections.empty()) return fault("a side without a rule");
    side_open_ = line() == "### Broken" || line() == "### Holds";
    if (!side_open_) return fault("neither '### Broken' nor '### Holds'");
    side_ = line() == "### Broken" ? Side::broken : Side::holds;
    number_ = 0;
  }

  void read_introduction(Section& section) {
    if (line().starts_with("> ") && section.facts.empty()) {
      section.facts = line().substr(2);
      section.facts_at = {at_, at_ + 1};
    } else if (!line().empty() && section.title_zh.empty() && has_chinese(line())) {
      section.title_zh = line();
    }
  }

  void read_block() {
    const std::size_t fence = at_;
    std::istringstream info(line().substr(3));
    std::string kind;
    info >> kind;
    for (++at_; at_ < page_.lines.size() && line() != "```";) ++at_;
    const Lines inside{fence + 1, at_};
    if (at_ == page_.lines.size()) return fault("a block without its end");
    if (kind == "sip") {
      open_exchange(inside, info);
    } else if (kind == "findings") {
      close_exchange(inside);
    }
    ++at_;
  }

  void open_exchange(Lines inside, std::istringstream& words) {
    close_exchange();
    if (!side_open_) return fault("a sip block outside of Broken and Holds");
    Section& section = page_.sections.back();
    Exchange exchange{.page = page_.name, .rule = section.code, .side = side_, .number = ++number_};
    bool stream = false;
    for (std::string word; words >> word;) {
      if (word == "truncated") {
        exchange.truncated = true;
      } else if (word == "malformed") {
        exchange.malformed = true;
      } else if (word == "stream") {
        stream = true;
        } else if (word == "lf") {
          exchange.line_end = "\n";
      } else {
        fault("unknown word behind 'sip': " + word);
      }
    }
    read_messages(inside, stream, exchange);
    section.exchanges.push_back(std::move(exchange));
    waiting_ = true;
  }

  /// Messages are separated by lines that tell time and direction; the first may do without.
  void read_messages(Lines inside, bool stream, Exchange& exchange) {
    for (std::size_t i = inside.begin; i < inside.end; ++i) {
      const std::optional<Packet> begins = read_direction(page_.lines[i]);
      if (begins || exchange.messages.empty()) {
        exchange.messages.emplace_back();
        exchange.packets.push_back(begins ? *begins : usual_packet(stream));
      }
      if (!begins) exchange.messages.back() += page_.lines[i] + exchange.line_end;
    }
    if (exchange.messages.empty()) return fault("a sip block without a message");
    // The capture ends where the last line ends, in the middle of it.
    if (exchange.truncated) {
      std::string& cut = exchange.messages.back();
      cut.resize(cut.size() - exchange.line_end.size());
    }
  }

  void close_exchange(Lines inside) {
    if (!waiting_) return fault("a findings block without a sip block before it");
    Exchange& exchange = page_.sections.back().exchanges.back();
    for (std::size_t i = inside.begin; i < inside.end; ++i) {
      exchange.findings += page_.lines[i] + "\n";
    }
    exchange.findings_at = inside;
    waiting_ = false;
  }

  void close_exchange() {
    if (waiting_) fault("a sip block without a findings block behind it");
    waiting_ = false;
  }

  Page& page_;
  std::size_t at_ = 0;
  bool side_open_ = false;
  Side side_ = Side::broken;
  std::size_t number_ = 0;
  bool waiting_ = false;  ///< for the findings of the last exchange
};

}  // namespace

std::string Exchange::name() const {
  const std::string_view where = side == Side::broken ? "broken" : "holds";
  std::string name = fmt::format("{}_{}_{}_{}", page, rule, where, number);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

Packet Exchange::packet(std::size_t message) const {
  Packet packet = packets[message];
  packet.frame = static_cast<std::uint32_t>(message + 1);
  packet.bytes = messages[message];
  packet.truncated = truncated && message + 1 == messages.size();
  return packet;
}

Page read_page(std::string_view name, std::string_view text) {
  Page page{.name = std::string(name), .lines = lines_of(text)};
  Reader(page).read();
  return page;
}

}  // namespace sipgloss::test
