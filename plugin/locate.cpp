// SPDX-License-Identifier: GPL-2.0-or-later
// Where the SIP messages of a frame lie. Of an item only its start and its data source are to be
// trusted: its length is wrong where the tree is invisible.
#include "locate.hpp"

#include <string_view>

#include "network.hpp"
#include "sipgloss/message.hpp"

namespace sipgloss::plugin {
namespace {

struct Protocols {
  int sip = -1;
  int udp = -1;
  int data = -1;
  int icmp = -1;
  int icmpv6 = -1;
  int ip = -1;
};
Protocols protocols;

constexpr std::uint32_t most_messages =
    4096;  ///< in one frame; the smallest message is far over 16 bytes

std::string_view bytes_at(tvbuff_t* tvb, std::uint32_t offset) {
  const std::uint32_t captured = tvb_captured_length(tvb);
  if (offset >= captured) return {};
  const guint8* bytes =
      tvb_get_ptr(tvb, static_cast<int>(offset), static_cast<int>(captured - offset));
  return {reinterpret_cast<const char*>(bytes), captured - offset};
}

/// The end of the UDP datagram that holds `offset`, by the length in its header; `end` where there
/// is none.
std::uint32_t end_of_datagram(GPtrArray* udp_items, tvbuff_t* tvb, std::uint32_t offset,
                              std::uint32_t end) {
  std::uint32_t limit = end;
  for (guint i = 0; udp_items != nullptr && i < udp_items->len; ++i) {
    const auto* item = static_cast<const field_info*>(g_ptr_array_index(udp_items, i));
    const auto start = static_cast<std::uint32_t>(item->start);
    if (item->ds_tvb != tvb || start + 8 > offset || start + 8 > tvb_captured_length(tvb)) continue;
    const std::uint32_t length = tvb_get_ntohs(tvb, item->start + 4);
    if (length > 8 && start + length > offset) limit = start + length;
  }
  return limit;
}

/// The identification of the innermost IPv4 packet: fragments and what carries a tunnel come before
/// it. 0 where the message is in IPv6.
std::uint16_t ip_id_of(packet_info* pinfo, proto_tree* tree) {
  const field_info* item = item_of(tree, protocols.ip, true);
  if (item == nullptr || pinfo->src.type != AT_IPv4) return 0;
  const std::string_view header = bytes_at(item->ds_tvb, static_cast<std::uint32_t>(item->start));
  if (header.size() < 20 || static_cast<guint8>(header[0]) >> 4 != 4) return 0;
  return tvb_get_ntohs(item->ds_tvb, item->start + 4);
}

/// "SIP/2.0", SP, three digits, SP: what Wireshark's own dissector takes for a status line.
bool is_status_line_to_wireshark(std::string_view bytes) {
  const auto digit = [&](std::size_t i) { return bytes[i] >= '0' && bytes[i] <= '9'; };
  return bytes.size() >= 12 && bytes.starts_with("SIP/2.0 ") && digit(8) && digit(9) && digit(10) &&
         bytes[11] == ' ';
}

/// How far the message at the beginning of `bytes` reaches by its own Content-Length.
std::size_t extent_of(std::string_view bytes) noexcept try {
  static Message message;  // its memory is used again
  message.reparse({bytes, Framing::enclosed, false});
  return message.bytes.size();
} catch (...) {
  return bytes.size();
}

/// Collects the locations of one frame in packet scope. Owns nothing: Wireshark may jump out of any
/// call.
class Finder {
 public:
  Finder(packet_info* pinfo, proto_tree* tree)
      : pinfo_(pinfo),
        udp_(proto_get_finfo_ptr_array(tree, protocols.udp)),
        ip_id_(ip_id_of(pinfo, tree)) {
    in_icmp_ = has_layer(pinfo, protocols.icmp) || has_layer(pinfo, protocols.icmpv6);
  }

  void add_items(GPtrArray* items, bool sip) {
    for (guint i = 0; items != nullptr && i < items->len; ++i) {
      add(static_cast<const field_info*>(g_ptr_array_index(items, i)), sip);
    }
  }

  Locations* result() {
    if (count_ == 0) return nullptr;
    auto* locations = wmem_new(wmem_file_scope(), Locations);
    locations->count = count_;
    locations->items =
        static_cast<Location*>(wmem_memdup(wmem_file_scope(), items_, count_ * sizeof(Location)));
    return locations;
  }

 private:
  void add(const field_info* item, bool sip) {
    const std::uint32_t source = index_of(pinfo_, item->ds_tvb);
    const auto offset = static_cast<std::uint32_t>(item->start);
    if (source == UINT32_MAX || count_ == most_messages) return;
    std::string_view bytes = bytes_at(item->ds_tvb, offset);
    if (bytes.empty()) return;

    const std::uint32_t captured = tvb_captured_length(item->ds_tvb);
    const std::uint32_t reported = tvb_reported_length(item->ds_tvb);
    const std::uint32_t end = end_of_datagram(udp_, item->ds_tvb, offset, reported);
    const std::uint32_t length = MIN(end, captured) - offset;
    bytes = bytes.substr(0, length);

    const bool status_like = begins_like_status_line(bytes);
    if (!sip && !status_like) return;
    const bool quoted = in_icmp_ || is_inside_the_last(source, offset);
    const bool recognised = !status_like || (sip && is_status_line_to_wireshark(bytes));
    const Standing standing = !recognised ? Standing::unrecognised
                              : quoted    ? Standing::quoted
                                          : Standing::own;
    cut_the_last(source, offset, standing);
    grow();
    if (standing != Standing::quoted) last_own_ = count_;
    items_[count_++] = {
        source, offset, length, UINT32_MAX, ip_id_, standing, end > captured || quoted};
  }

  /// Whether a message begins within the body of the one before it.
  bool is_inside_the_last(std::uint32_t source, std::uint32_t offset) const {
    if (last_own_ == UINT32_MAX) return false;
    const Location& outer = items_[last_own_];
    if (outer.data_source != source || offset <= outer.offset ||
        offset >= outer.offset + outer.length)
      return false;
    const std::string_view bytes = bytes_at(data_source(pinfo_, source), outer.offset);
    return offset < outer.offset + extent_of(bytes.substr(0, outer.length));
  }

  /// Bounds the message before this one, where both follow one another in the same bytes.
  void cut_the_last(std::uint32_t source, std::uint32_t offset, Standing standing) {
    if (standing == Standing::quoted || last_own_ == UINT32_MAX) return;
    Location& last = items_[last_own_];
    if (last.data_source == source && offset > last.offset)
      last.length = MIN(last.length, offset - last.offset);
  }

  void grow() {
    if (count_ < capacity_) return;
    capacity_ = capacity_ == 0 ? 8 : capacity_ * 2;
    items_ =
        static_cast<Location*>(wmem_realloc(pinfo_->pool, items_, capacity_ * sizeof(Location)));
  }

  packet_info* pinfo_;
  GPtrArray* udp_;
  std::uint16_t ip_id_;
  bool in_icmp_ = false;
  std::uint32_t last_own_ = UINT32_MAX;  ///< index of the last message that is not quoted
  std::uint32_t count_ = 0;
  std::uint32_t capacity_ = 0;
  Location* items_ = nullptr;
};

}  // namespace

void want_items(dissector_handle_t postdissector) {
  protocols = {proto_get_id_by_filter_name("sip"),    proto_get_id_by_filter_name("udp"),
               proto_get_id_by_filter_name("data"),   proto_get_id_by_filter_name("icmp"),
               proto_get_id_by_filter_name("icmpv6"), proto_get_id_by_filter_name("ip")};
  GArray* wanted = g_array_new(FALSE, FALSE, sizeof(int));
  for (int id : {protocols.sip, protocols.udp, protocols.data}) {
    if (id > 0) g_array_append_val(wanted, id);
  }
  if (leaves_out_protocols && protocols.ip > 0) g_array_append_val(wanted, protocols.ip);
  add_wanted_of_network(wanted);
  set_postdissector_wanted_hfids(postdissector, wanted);
}

const field_info* item_of(proto_tree* tree, int protocol, bool last) {
  const field_info* found = nullptr;
  for (proto_node* node = tree->first_child; node != nullptr; node = node->next) {
    const field_info* item = PNODE_FINFO(node);
    if (item == nullptr || item->hfinfo->id != protocol) continue;
    found = item;
    if (!last) break;
  }
  return found;
}

std::uint32_t index_of(packet_info* pinfo, tvbuff_t* tvb) {
  std::uint32_t index = 0;
  for (GSList* source = pinfo->data_src; source != nullptr; source = source->next, ++index) {
    if (get_data_source_tvb(static_cast<struct data_source*>(source->data)) == tvb) return index;
  }
  return UINT32_MAX;
}

Locations* locate(packet_info* pinfo, proto_tree* tree) {
  GPtrArray* sip_items = proto_get_finfo_ptr_array(tree, protocols.sip);
  GPtrArray* data_items = proto_get_finfo_ptr_array(tree, protocols.data);
  if (sip_items == nullptr && data_items == nullptr) return nullptr;
  Finder finder(pinfo, tree);
  finder.add_items(sip_items, true);
  finder.add_items(data_items, false);
  return finder.result();
}

tvbuff_t* data_source(packet_info* pinfo, std::uint32_t index) {
  GSList* source = g_slist_nth(pinfo->data_src, index);
  return source == nullptr
             ? nullptr
             : get_data_source_tvb(static_cast<const struct data_source*>(source->data));
}

bool has_layer(packet_info* pinfo, int protocol) {
  for (wmem_list_frame_t* layer = wmem_list_head(pinfo->layers); layer != nullptr;
       layer = wmem_list_frame_next(layer)) {
    if (GPOINTER_TO_INT(wmem_list_frame_data(layer)) == protocol) return true;
  }
  return false;
}

}  // namespace sipgloss::plugin
