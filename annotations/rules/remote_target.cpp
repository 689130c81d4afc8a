// SPDX-License-Identifier: MIT
// The address that each side of a dialog gives to the other. RFC 3261 sections 12.1.1, 12.2.1 and
// 12.2.2, RFC 6141 section 4.
#include <array>

#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a response was captured where the UA sent it: from the address of its Contact.
bool comes_from_uas(const Seen& seen) {
  return is_address(read_uri(seen.message.contact().uri).host, seen.capture->packet().source);
}

bool is_secure(std::string_view uri) { return scheme_of(uri) == UriScheme::sips; }

/// The part of a request that asks for a SIPS URI in return; empty where none does. Record-Route
/// and Contact are looked at where the UAS saw them, as proxies add to them.
std::string_view asks_for_sips(const Seen& seen, const Message& request) {
  if (is_secure(request.request_uri)) return "Request-URI";
  if (!comes_from_uas(seen)) return {};
  const Values routes(request, HeaderName::record_route);
  const auto top = routes.begin();
  if (top != routes.end())
    return is_secure(read_name_addr(*top).uri) ? std::string_view("Record-Route")
                                               : std::string_view();
  return is_secure(request.contact().uri) ? std::string_view("Contact") : std::string_view();
}

Verdict keeps_sips(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const std::string_view contact = seen.message.contact().uri;
  if (request.to().tag || contact.empty()) return Verdict::holds();
  if (seen.message.method() != Method::invite && seen.message.status_code < 200)
    return Verdict::holds();
  const std::string_view part = asks_for_sips(seen, request);
  if (part.empty() || is_secure(contact)) return Verdict::holds();
  // What is no SIP URI at all is another rule's matter.
  if (scheme_of(contact) != UriScheme::sip) return Verdict::unknown();
  return Verdict::broken_at(contact, std::uint64_t{seen.message.status_code}, contact, part);
}

/// A Contact that the peer gave for the dialog, and the 2xx that made it the target.
struct Target {
  MessageId message = no_message;
  MessageId since = no_message;
  std::string_view uri;
};

/// The Contacts that the peer of a request's sender gave on that hop.
class Targets {
 public:
  explicit Targets(const Capture& capture) : capture_(capture) {
    capture.find_in_dialog([this](const Transaction& other) {
      const bool refreshes = other.method == Method::invite || other.method == Method::update;
      if (!refreshes || other.hop != capture_.transaction().hop) return false;
      add(other);
      return ++looked_at_ == most_transactions;
    });
  }

  /// Whether it is certain which one counts.
  bool are_certain() const { return certain_ && count_ > 1; }
  /// The one that counts now.
  const Target& now() const {
    return *std::ranges::max_element(all(), {}, [](const Target& target) { return target.since; });
  }
  std::span<const Target> all() const { return std::span(all_).first(count_); }

 private:
  static constexpr int most_transactions = 16;

  /// Of a request that the sender of the one judged has accepted, the Contact counts; of a request
  /// that it sent itself, that of the response (RFC 6141 sections 4.5 to 4.7).
  void add(const Transaction& other) {
    const unsigned code = final_code(capture_, other);
    // A reliable provisional response to a re-INVITE may refresh the target too.
    if (code == 0) certain_ = certain_ && !other.facts.in_dialog;
    if (code < 200 || code >= 300) return;
    const bool own = is_of_same_client(capture_, other);
    const Captured* const captured = capture_.at(own ? other.final : other.request);
    certain_ = certain_ && captured != nullptr && !header_section_cut(captured->message) &&
               opens_or_refreshes(other, own);
    if (!certain_) return;
    const std::string_view uri = captured->message.contact().uri;
    if (!uri.empty()) all_[count_++] = {captured->id, other.final, uri};
  }

  /// Not where its 2xx is of another fork, or came after a refresh of the early dialog.
  bool opens_or_refreshes(const Transaction& other, bool own) const {
    if (other.facts.in_dialog) return true;
    const bool first = std::ranges::all_of(
        all(), [&other](const Target& target) { return other.final < target.since; });
    const MessageRecord& final = capture_.tracker().message(other.final);
    const std::uint32_t callee = own ? capture_.record().to_tag : capture_.transaction().from_tag;
    return first && final.to_tag == callee;
  }

  const Capture& capture_;
  std::array<Target, most_transactions> all_{};
  std::size_t count_ = 0;
  int looked_at_ = 0;
  bool certain_ = true;
};

/// Whether the sender of the request judged had the new target when it sent it: it has accepted it
/// itself, or got it long enough before.
bool is_known(const Capture& capture, const Target& target) {
  return target.message != target.since || capture.since(target.since) > crossing_time;
}

Verdict uses_new_target(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!capture.transaction().facts.in_dialog || capture.record().copy != Copy::none)
    return Verdict::holds();
  const Targets targets(capture);
  if (!targets.are_certain()) return Verdict::unknown();
  const Target& now = targets.now();
  const std::string_view used = seen.message.request_uri;
  if (used == now.uri) return Verdict::holds();
  if (!is_known(capture, now)) return Verdict::unknown();
  for (const Target& old : targets.all()) {
    if (old.uri != used) continue;
    return Verdict::broken_at(used, used, now.uri, std::uint64_t{capture.frame(now.message)})
        .resting_on(capture.frame(now.message), capture.frame(old.message));
  }
  return Verdict::unknown();  // rewritten on the way, or a strict route
}

constexpr Rule table[] = {
    {.code = "DLG-05",
     .slug = "sips-not-kept-in-contact",
     .level = Level::must,
     .cite = {3261, "12.1.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite, Method::subscribe, Method::refer},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} with Contact {1}, though the {2} of the request is sips: the dialog falls "
                    "back to an insecure hop.",
                .zh = "请求的 {2} 是 sips，{0} 响应的 Contact 却是 {1}，对话退回到不安全的传输。"},
     .check = keeps_sips},
    {.code = "DLG-14",
     .slug = "old-remote-target-used",
     .level = Level::should,
     .cite = {6141, "4.7"},
     .applies_to = {.methods = any_method_but({Method::ack, Method::cancel}),
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog, Guard::gap_free}},
     .broken = {.en = "The request goes to {0}, but since frame {2} the peer is to be reached at "
                      "{1}.",
                .zh = "请求仍发往 {0}，而自帧 {2} 起对端的地址已改为 {1}。"},
     .check = uses_new_target},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> remote_target{table};

}  // namespace sipgloss::subject
