// SPDX-License-Identifier: MIT
// The SIP messages of a capture file, read with libpcap.
#include "capture_file.hpp"

#include <pcap/pcap.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

namespace sipgloss::test {
namespace {

using Bytes = std::basic_string_view<unsigned char>;

std::uint32_t number(Bytes bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (const unsigned char byte : bytes.substr(std::min(at, bytes.size()), size))
    value = value << 8 | byte;
  return value;
}

Bytes behind(Bytes bytes, std::size_t size) { return bytes.substr(std::min(size, bytes.size())); }

/// What lies behind the link layer; empty for one that is not known.
Bytes network_layer(Bytes frame, int link) {
  switch (link) {
    case DLT_EN10MB: {
      constexpr std::uint32_t vlan = 0x8100;
      return behind(frame, number(frame, 12, 2) == vlan ? 18 : 14);
    }
    case DLT_LINUX_SLL:
      return behind(frame, 16);
    case DLT_NULL:
      return behind(frame, 4);
    case DLT_RAW:
      return frame;
    default:
      return {};
  }
}

Endpoint endpoint(Bytes address, std::uint32_t port) {
  Endpoint made{.length = static_cast<std::uint8_t>(address.size()),
                .port = static_cast<std::uint16_t>(port)};
  std::ranges::copy(address, made.address.begin());
  return made;
}

constexpr unsigned tcp = 6;
constexpr unsigned udp = 17;

/// A datagram or a segment.
struct Payload {
  Packet packet;  ///< addresses and transport
  std::uint32_t sequence = 0;
  Bytes bytes;
};

/// Nothing for what is neither UDP nor TCP, and for fragments.
std::optional<Payload> payload_of(Bytes packet) {
  const unsigned version = packet.empty() ? 0 : packet[0] >> 4U;
  const bool ipv6 = version == 6;
  if (!ipv6 && (version != 4 || (number(packet, 6, 2) & 0x3FFFU) != 0)) return std::nullopt;
  const unsigned protocol = number(packet, ipv6 ? 6 : 9, 1);
  if (protocol != tcp && protocol != udp) return std::nullopt;
  const std::size_t header = ipv6 ? 40 : (packet[0] & 0x0FU) * 4U;
  const std::size_t whole = ipv6 ? 40 + number(packet, 4, 2) : number(packet, 2, 2);
  const Bytes segment = behind(packet.substr(0, whole), header);
  if (segment.size() < (protocol == udp ? 8U : 20U)) return std::nullopt;
  Payload payload;
  const std::size_t size = ipv6 ? 16 : 4;
  payload.packet.source = endpoint(packet.substr(ipv6 ? 8 : 12, size), number(segment, 0, 2));
  payload.packet.destination = endpoint(packet.substr(ipv6 ? 24 : 16, size), number(segment, 2, 2));
  payload.packet.ip_id = ipv6 ? std::uint16_t{0} : static_cast<std::uint16_t>(number(packet, 4, 2));
  payload.packet.transport = protocol == udp ? Transport::udp : Transport::tcp;
  payload.sequence = number(segment, 4, 4);
  payload.bytes = behind(segment, protocol == udp ? 8 : (segment[12] >> 4U) * 4U);
  return payload;
}

std::string text_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

/// Whether bytes begin with the first line of a SIP message.
bool begins_like_sip(std::string_view bytes) {
  return bytes.substr(0, bytes.find('\r')).find("SIP/2.0") != std::string_view::npos;
}

/// One direction of a connection.
struct Stream {
  std::uint32_t next = 0;
  std::string bytes;
};

class Reader {
 public:
  void take(Payload payload, std::uint32_t frame, Time time) {
    payload.packet.frame = frame;
    payload.packet.time = time;
    if (payload.packet.transport == Transport::tcp) return take_segment(payload);
    std::string bytes = text_of(payload.bytes);
    if (begins_like_sip(bytes)) add(payload.packet, std::move(bytes));
  }
  std::deque<FileMessage> found() && { return std::move(found_); }

 private:
  void add(const Packet& packet, std::string bytes) {
    FileMessage& message = found_.emplace_back(FileMessage{std::move(bytes), packet});
    message.packet.bytes = message.bytes;
  }

  void take_segment(const Payload& payload) {
    if (payload.bytes.empty()) return;
    Stream& stream = streams_[{payload.packet.source, payload.packet.destination}];
    const std::uint32_t known = stream.next - payload.sequence;  // sent before
    if (known >= payload.bytes.size()) {
      if (known < 0x80000000U && !stream.bytes.empty()) return;
      stream.bytes.clear();
    }
    const bool continues = known < payload.bytes.size();
    stream.bytes += text_of(behind(payload.bytes, continues ? known : 0));
    stream.next = payload.sequence + static_cast<std::uint32_t>(payload.bytes.size());
    take_messages(payload.packet, stream.bytes);
  }

  void take_messages(const Packet& packet, std::string& bytes) {
    while (true) {
      bytes.erase(0, std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
      if (!begins_like_sip(bytes)) return bytes.clear();
      const Message message = Message::parse({bytes, Framing::stream});
      if (message.truncated) return;
      const std::size_t size = message.bytes.size();
      add(packet, bytes.substr(0, size));
      bytes.erase(0, size);
    }
  }

  std::map<std::pair<Endpoint, Endpoint>, Stream> streams_;
  std::deque<FileMessage> found_;
};

}  // namespace

std::deque<FileMessage> messages_of(const std::string& path) {
  char error[PCAP_ERRBUF_SIZE] = "";
  const std::unique_ptr<pcap_t, void (*)(pcap_t*)> file(
      pcap_open_offline_with_tstamp_precision(path.c_str(), PCAP_TSTAMP_PRECISION_NANO, error),
      pcap_close);
  if (file == nullptr) throw std::runtime_error(error);
  Reader reader;
  pcap_pkthdr* header = nullptr;
  const unsigned char* bytes = nullptr;
  for (std::uint32_t frame = 1; pcap_next_ex(file.get(), &header, &bytes) == 1; ++frame) {
    const Time time(std::chrono::seconds(header->ts.tv_sec) +
                    std::chrono::nanoseconds(header->ts.tv_usec));
    const Bytes packet = network_layer({bytes, header->caplen}, pcap_datalink(file.get()));
    if (const auto payload = payload_of(packet)) reader.take(*payload, frame, time);
  }
  return std::move(reader).found();
}

}  // namespace sipgloss::test
