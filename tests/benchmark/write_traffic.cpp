// SPDX-License-Identifier: MIT
// Writes the traffic of the benchmarks into a capture, for runs of tshark: sipgloss_traffic
// MESSAGES FILE.
#include <fmt/format.h>
#include <pcap/pcap.h>

#include <charconv>
#include <memory>
#include <string_view>

#include "traffic.hpp"

namespace {

void put16(std::string& into, unsigned number) {
  into.push_back(static_cast<char>(number >> 8));
  into.push_back(static_cast<char>(number));
}

void put_address(std::string& into, const sipgloss::Endpoint& endpoint) {
  for (int i = 0; i < 4; ++i) into.push_back(static_cast<char>(endpoint.address[i]));
}

/// The sum that ends an IPv4 header. RFC 791 section 3.1.
unsigned checksum(std::string_view header) {
  unsigned sum = 0;
  for (std::size_t i = 0; i + 1 < header.size(); i += 2)
    sum += static_cast<unsigned char>(header[i]) << 8 | static_cast<unsigned char>(header[i + 1]);
  sum = (sum & 0xFFFF) + (sum >> 16);
  return ~(sum + (sum >> 16)) & 0xFFFF;
}

/// A datagram over IPv4 and UDP, without a link layer; the UDP checksum is left out.
std::string datagram(const sipgloss::Packet& packet) {
  constexpr unsigned headers = 28;
  std::string bytes = {0x45, 0};
  put16(bytes, headers + static_cast<unsigned>(packet.bytes.size()));
  put16(bytes, packet.frame & 0xFFFF);  // identification
  put16(bytes, 0);                      // fragmentation
  put16(bytes, 64U << 8 | 17U);         // time to live, UDP
  put16(bytes, 0);
  put_address(bytes, packet.source);
  put_address(bytes, packet.destination);
  const unsigned sum = checksum(bytes);
  bytes[10] = static_cast<char>(sum >> 8);
  bytes[11] = static_cast<char>(sum);
  put16(bytes, packet.source.port);
  put16(bytes, packet.destination.port);
  put16(bytes, 8 + static_cast<unsigned>(packet.bytes.size()));
  put16(bytes, 0);
  return bytes.append(packet.bytes);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view number = count == 3 ? arguments[1] : "";
  std::size_t messages = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), messages);
  if (messages == 0 || read.ptr != number.data() + number.size()) {
    fmt::print(stderr, "Use: sipgloss_traffic MESSAGES FILE\n");
    return 2;
  }
  const std::unique_ptr<pcap_t, void (*)(pcap_t*)> format(pcap_open_dead(DLT_RAW, 65535),
                                                          pcap_close);
  const std::unique_ptr<pcap_dumper_t, void (*)(pcap_dumper_t*)> file(
      pcap_dump_open(format.get(), arguments[2]), pcap_dump_close);
  if (file == nullptr) {
    fmt::print(stderr, "{}\n", pcap_geterr(format.get()));
    return 1;
  }
  for (const sipgloss::benchmark::Captured& captured : sipgloss::benchmark::calls(messages)) {
    const std::string bytes = datagram(captured.packet);
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(
                                  captured.packet.time.time_since_epoch())
                                  .count();
    const auto length = static_cast<bpf_u_int32>(bytes.size());
    const pcap_pkthdr header{{microseconds / 1'000'000, microseconds % 1'000'000}, length, length};
    pcap_dump(reinterpret_cast<u_char*>(file.get()), &header,
              reinterpret_cast<const u_char*>(bytes.data()));
  }
}
