// SPDX-License-Identifier: GPL-2.0-or-later
// A frame to glosses. In three steps, since libwireshark leaves a call by longjmp when it likes:
// take the bytes out (nothing is owned), ask the library (it calls no epan), render from what the
// library owns.
#include "dissect.hpp"

#include <epan/proto_data.h>
#include <epan/tap.h>

#include <cstring>
#include <memory>
#include <vector>

#include "fields.hpp"
#include "network.hpp"
#include "own_words.hpp"
#include "preferences.hpp"
#include "render.hpp"

namespace sipgloss::plugin {
namespace {

dissector_handle_t postdissector;
int tap = -1;
int tls = -1;
int websocket = -1;
std::shared_ptr<const Catalogue> catalogue;  ///< of the session, which refers to it
std::unique_ptr<Session> session;

/// The messages of the frame at hand. The objects stay where they are and are used again.
std::vector<std::unique_ptr<Gloss>> glosses;
std::size_t gloss_count = 0;

Transport transport_of(packet_info* pinfo) {
  if (has_layer(pinfo, websocket)) {
    return has_layer(pinfo, tls) ? Transport::secure_websocket : Transport::websocket;
  }
  switch (pinfo->ptype) {
    case PT_UDP:
      return Transport::udp;
    case PT_TCP:
      return has_layer(pinfo, tls) ? Transport::tls : Transport::tcp;
    case PT_SCTP:
      return Transport::sctp;
    default:
      return Transport::other;
  }
}

Endpoint endpoint_of(const address& from, guint32 port) {
  Endpoint endpoint;
  endpoint.port = static_cast<std::uint16_t>(port);
  if (from.type != AT_IPv4 && from.type != AT_IPv6) return endpoint;
  endpoint.length = from.type == AT_IPv4 ? 4 : 16;
  std::memcpy(endpoint.address.data(), from.data, endpoint.length);
  return endpoint;
}

Time time_of(packet_info* pinfo) {
  return Time(std::chrono::seconds(pinfo->abs_ts.secs) +
              std::chrono::nanoseconds(pinfo->abs_ts.nsecs));
}

Packet packet_of(packet_info* pinfo, const Location& location, std::string_view bytes) {
  Packet packet;
  packet.frame = pinfo->num;
  packet.time = time_of(pinfo);
  // Where a quoted message ends is not known: only its own Content-Length can tell.
  packet.transport = location.standing == Standing::quoted ? Transport::other : transport_of(pinfo);
  packet.source = endpoint_of(pinfo->src, pinfo->srcport);
  packet.destination = endpoint_of(pinfo->dst, pinfo->destport);
  packet.bytes = bytes;
  packet.truncated = location.truncated;
  packet.ip_id = location.ip_id;
  return packet;
}

/// Why a frame is dissected.
struct Visit {
  bool is_first = false;
  bool is_looked_at = false;  ///< somebody reads the texts
};

/// Step two for one message: no call of epan in here. On the first visit the session gets to see
/// the message.
void ask_library(Gloss& gloss, Location& location, const Visit& visit) {
  gloss.standing = location.standing;
  gloss.message.reparse(gloss.packet.wire());
  const bool own = location.standing == Standing::own;
  if (own && visit.is_first) {
    location.message_id = static_cast<std::uint32_t>(session->observe(gloss.packet, gloss.message));
  }
  gloss.offset += static_cast<int>(gloss.message.bytes.data() - gloss.packet.bytes.data());
  if (own) {
    gloss.id = static_cast<MessageId>(location.message_id);
    if (visit.is_looked_at) {
      session->annotate(gloss.id, gloss.packet, gloss.message, gloss.annotation);
    } else {
      session->judge(gloss.id, gloss.packet, gloss.message, gloss.annotation);
    }
  } else if (gloss.is_response()) {
    explain(gloss.message, gloss.annotation, *catalogue);
  }
}

/// A place for one more message of this frame; null when there is no memory.
Gloss* next_gloss() noexcept try {
  if (gloss_count == glosses.size()) glosses.push_back(std::make_unique<Gloss>());
  return glosses[gloss_count].get();
} catch (...) {
  return nullptr;
}

bool ask_library_safely(Gloss& gloss, Location& location, const Visit& visit) noexcept try {
  ask_library(gloss, location, visit);
  return true;
} catch (...) {
  return false;
}

void take_message(packet_info* pinfo, Location& location, const Visit& visit) {
  tvbuff_t* tvb = data_source(pinfo, location.data_source);
  if (tvb == nullptr || tvb_captured_length(tvb) < location.offset + location.length) return;
  Gloss* gloss = next_gloss();
  if (gloss == nullptr) return;
  const auto* bytes = reinterpret_cast<const char*>(
      tvb_get_ptr(tvb, static_cast<int>(location.offset), static_cast<int>(location.length)));
  gloss->tvb = tvb;
  gloss->offset = static_cast<int>(location.offset);
  gloss->packet = packet_of(pinfo, location, {bytes, location.length});
  if (ask_library_safely(*gloss, location, visit)) ++gloss_count;
}

/// Step two for an event; on the first visit the session decides whether it concerns SIP.
bool ask_about_event(Gloss& gloss, const NetworkEvent& event, EventLocation& location,
                     bool first_visit) noexcept try {
  gloss.standing = Standing::event;
  gloss.packet = {};
  gloss.message.reparse({""});
  if (first_visit) {
    const std::optional<EventId> id = session->observe(event);
    if (!id) return false;
    location.event_id = static_cast<std::uint32_t>(*id);
  }
  session->annotate(static_cast<EventId>(location.event_id), event, gloss.annotation);
  return true;
} catch (...) {
  return false;
}

/// Whether the event concerns SIP.
bool take_event(packet_info* pinfo, EventLocation& location, bool first_visit) {
  NetworkEvent event;
  if (!read_event(pinfo, location, &event)) return false;
  event.frame = pinfo->num;
  event.time = time_of(pinfo);
  event.source = endpoint_of(pinfo->src, pinfo->srcport);
  event.destination = endpoint_of(pinfo->dst, pinfo->destport);
  Gloss* gloss = next_gloss();
  if (gloss == nullptr || !ask_about_event(*gloss, event, location, first_visit)) return false;
  gloss->tvb = data_source(pinfo, location.data_source);
  gloss->offset = static_cast<int>(location.offset);
  if (gloss->annotation.failure) ++gloss_count;
  return true;
}

/// The event of the frame goes after its messages: a response can come with the end of its
/// connection.
void take_events(packet_info* pinfo, proto_tree* tree, bool first_visit) {
  constexpr guint32 key = 1;
  if (first_visit) {
    EventLocation found;
    const bool concerns_sip =
        tree != nullptr && locate_event(pinfo, tree, &found) && take_event(pinfo, found, true);
    if (!concerns_sip) return;
    void* kept = wmem_memdup(wmem_file_scope(), &found, sizeof found);
    return p_add_proto_data(wmem_file_scope(), pinfo, protocol(), key, kept);
  }
  void* kept = p_get_proto_data(wmem_file_scope(), pinfo, protocol(), key);
  if (kept != nullptr) take_event(pinfo, *static_cast<EventLocation*>(kept), false);
}

int dissect(tvbuff_t* tvb, packet_info* pinfo, proto_tree* tree, void*) {
  const Visit visit{
      .is_first = PINFO_FD_VISITED(pinfo) == 0,
      .is_looked_at = is_looked_at(tree) || have_tap_listener(tap) != 0 || are_expert_infos_read()};
  gloss_count = 0;
  if (visit.is_first && tree != nullptr) {
    Locations* found = locate(pinfo, tree);
    if (found != nullptr) p_add_proto_data(wmem_file_scope(), pinfo, protocol(), 0, found);
  }
  auto* locations =
      static_cast<Locations*>(p_get_proto_data(wmem_file_scope(), pinfo, protocol(), 0));
  if (session == nullptr) return 0;
  for (std::uint32_t i = 0; locations != nullptr && i < locations->count; ++i)
    take_message(pinfo, locations->items[i], visit);
  take_events(pinfo, tree, visit.is_first);
  for (std::size_t i = 0; i < gloss_count; ++i) {
    const Gloss& gloss = *glosses[i];
    render(gloss, pinfo, tree);
    const bool counts = gloss.standing == Standing::own || gloss.standing == Standing::event;
    if (counts) tap_queue_packet(tap, pinfo, &gloss);
  }
  return static_cast<int>(tvb_captured_length(tvb));
}

// A new capture, a reload: nothing of the old one may be left.
void begin_capture() noexcept try {
  session.reset();
  catalogue = current_catalogue();
  session = std::make_unique<Session>(*catalogue, settings());
} catch (...) {
  session.reset();  // without memory there are no glosses
}
void end_capture() {
  session.reset();
  glosses.clear();
  gloss_count = 0;
}

}  // namespace

const Session* current_session() { return session.get(); }

void register_dissector_and_tap() {
  postdissector = create_dissector_handle(dissect, protocol());
  register_postdissector(postdissector);
  tap = register_tap(tap_name);
  register_init_routine(begin_capture);
  register_cleanup_routine(end_capture);
}

void want_sip_items() {
  tls = proto_get_id_by_filter_name("tls");
  websocket = proto_get_id_by_filter_name("websocket");
  want_items(postdissector);
}

}  // namespace sipgloss::plugin
