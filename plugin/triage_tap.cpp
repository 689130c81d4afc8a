// SPDX-License-Identifier: GPL-2.0-or-later
// tshark -z sipgloss,triage[,FILTER] and -z sipgloss,responses[,FILTER]: pages about a whole
// capture.
#include "triage_tap.hpp"

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/stat_tap_ui.h>
#include <wsutil/report_message.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "dissect.hpp"
#include "preferences.hpp"
#include "sipgloss/triage.hpp"

namespace sipgloss::plugin {
namespace {

void add_to(Triage& triage, const Gloss& gloss) {
  if (gloss.standing == Standing::event) return triage.add_failure(gloss.annotation);
  if (const Session* const session = current_session())
    triage.add(*session, gloss.packet, gloss.message, gloss.id, gloss.annotation);
}

// What became of a story is asked of the session, when the last frame has been read.
std::string text_of(const Triage& triage) {
  if (const Session* const session = current_session())
    return triage.text(shown_language(), *session);
  return Triage().text(shown_language(), Session());
}

void add_to(ResponseList& list, const Gloss& gloss) {
  if (gloss.is_response()) list.add(gloss.packet, gloss.message, gloss.annotation);
}

std::string text_of(const ResponseList& list) { return list.text(shown_language()); }

/// One page: what is gathered while the capture is read, and printed at its end.
template <typename Page>
struct Listener {
  std::unique_ptr<Page> page = std::make_unique<Page>();

  static void reset(void* self) noexcept {
    static_cast<Listener*>(self)->page = std::make_unique<Page>();
  }

  static bool packet(void* self, packet_info*, const void* data) noexcept try {
    add_to(*static_cast<Listener*>(self)->page, *static_cast<const Gloss*>(data));
    return true;
  } catch (...) {
    return false;
  }

  static void draw(void* self) noexcept try {
    const std::string text = text_of(*static_cast<Listener*>(self)->page);
    std::fwrite(text.data(), 1, text.size(), stdout);
  } catch (...) {
    report_failure("sipgloss: not enough memory to write the page.");
  }

  static void finish(void* self) { delete static_cast<Listener*>(self); }

  static bool on_packet(void* self, packet_info* pinfo, const void* data) {
    return packet(self, pinfo, data);
  }

  /// `argument` is the whole of -z: "sipgloss,triage,FILTER".
  static void listen(const char* argument, void* name) {
    const std::size_t name_length = std::char_traits<char>::length(static_cast<const char*>(name));
    const char* rest = argument + name_length;
    const char* filter = *rest == ',' ? rest + 1 : nullptr;
    GString* error =
        register_tap_listener(tap_name, new Listener, filter, TL_REQUIRES_NOTHING, reset,
                              tap_packet_callback<&Listener::on_packet>(), draw, finish);
    if (error == nullptr) return;
    report_failure("%s: %s", argument, error->str);
    g_string_free(error, TRUE);
    std::exit(1);
  }
};

template <typename Page>
void register_page(const char* title, const char* name) {
  static tap_param params[] = {{PARAM_FILTER, "filter", "Filter", nullptr, TRUE}};
  static stat_tap_ui ui{REGISTER_PACKET_STAT_GROUP_UNSORTED, nullptr, nullptr, nullptr, 1, params};
  ui.title = title;
  ui.cli_string = name;
  ui.tap_init_cb = &Listener<Page>::listen;
  register_stat_tap_ui(&ui, const_cast<char*>(name));
}

}  // namespace

void register_triage_taps() {
  register_page<Triage>("SIP gloss: triage", "sipgloss,triage");
  register_page<ResponseList>("SIP gloss: all responses", "sipgloss,responses");
}

}  // namespace sipgloss::plugin
