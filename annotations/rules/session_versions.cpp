// SPDX-License-Identifier: MIT
// How the version of a session description goes up within a dialog. RFC 3264 section 8, RFC 6337
// section 5.2.5.
#include "message/scan.hpp"
#include "rules/offers.hpp"
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

/// Which of the hop's hosts sent a message.
bool sender_of(const MessageRecord& record, const Transaction& transaction) {
  return record.from_client ? transaction.client : !transaction.client;
}

bool may_describe(Method method) {
  return method == Method::invite || method == Method::update || method == Method::prack ||
         method == Method::ack;
}

/// The last message before the one judged in which its sender described the session on that hop.
class PreviousDescription {
 public:
  explicit PreviousDescription(const Capture& capture)
      : capture_(capture),
        sender_(sender_of(capture.record(), capture.transaction())),
        own_hop_(capture.transaction().hop) {
    look_at(capture.transaction(), capture.record().previous);
    capture_.find_in_dialog([this](const Transaction& other) {
      if (other.hop != own_hop_ || !may_describe(other.method)) return false;
      look_at(other, other.last);
      return ++looked_at_ == most_transactions;
    });
  }

  /// Null where there is none, or where it is not at hand.
  const Captured* get() const { return all_at_hand_ ? found_ : nullptr; }

 private:
  /// A description is looked for in so many transactions: what lies further back is forgotten.
  static constexpr int most_transactions = 16;

  void look_at(const Transaction& transaction, MessageId last) {
    any_from(capture_, last, [&](MessageId id, const MessageRecord& record) {
      if (found_ != nullptr && id < found_->id) return true;
      if (record.copy != Copy::none || sender_of(record, transaction) != sender_) return false;
      const Captured* const captured = capture_.at(id);
      const Carried carried =
          captured == nullptr ? Carried::unknown : capture_.described(captured->message).carried;
      if (carried == Carried::unknown) all_at_hand_ = false;
      if (carried == Carried::some) found_ = captured;
      return carried == Carried::some;
    });
  }

  const Capture& capture_;
  bool sender_;
  HopId own_hop_;
  const Captured* found_ = nullptr;
  bool all_at_hand_ = true;
  int looked_at_ = 0;
};

std::optional<std::uint64_t> version_of(const SdpOrigin& origin) {
  constexpr std::size_t most_digits = 18;  // fits 64 bits
  std::string_view digits = origin.session_version;
  if (!scan::is_digits(digits)) return std::nullopt;
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > most_digits) return std::nullopt;
  std::uint64_t version = 0;
  for (const char c : digits) version = version * 10 + static_cast<std::uint64_t>(c - '0');
  return version;
}

bool is_same_session(const SdpOrigin& one, const SdpOrigin& other) {
  return one.username == other.username && one.session_id == other.session_id &&
         one.network_type == other.network_type && one.address_type == other.address_type &&
         one.address == other.address;
}

/// Whether two descriptions differ in a line other than o=.
bool differ_in_content(const SessionDescription& one, const SessionDescription& other) {
  const auto skip_origin = [](SdpLines::Iterator& line) {
    while (line != SdpLines::end() && line->type == 'o') ++line;
  };
  const SdpLines lines(one.text);
  const SdpLines other_lines(other.text);
  auto a = lines.begin();
  auto b = other_lines.begin();
  while (true) {
    skip_origin(a);
    skip_origin(b);
    const bool a_ends = a == SdpLines::end();
    const bool b_ends = b == SdpLines::end();
    if (a_ends || b_ends) return a_ends != b_ends;
    if (a->type != b->type || scan::trim_right(a->value) != scan::trim_right(b->value)) return true;
    ++a;
    ++b;
  }
}

/// Whether the message judged offers a session anew within a dialog: a re-INVITE or UPDATE, or the
/// first reliable response to a re-INVITE without an offer.
bool offers_anew(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!capture.transaction().facts.in_dialog || capture.record().copy != Copy::none) return false;
  if (seen.message.is_request()) return true;
  const Captured* const request = capture.request();
  return seen.message.method() == Method::invite && is_reliable(capture.record()) &&
         request != nullptr && capture.described(request->message).carried == Carried::none &&
         !responses_before(capture, capture.id()).any_reliable;
}

/// Whether a response or an ACK of the sender was not captured since that message: the peer's
/// request has no final response, or an INVITE that left the offer to the peer has no ACK.
bool may_lack_answer(const Capture& capture, MessageId since) {
  return capture.find_in_dialog([&capture, since](const Transaction& other) {
    if (!is_before(since, other.last) || !may_describe(other.method)) return false;
    if (is_of_peer(capture, other)) {
      return other.method != Method::ack && other.final == no_message;
    }
    return other.method == Method::invite && is_of_same_client(capture, other) &&
           !other.facts.has_sdp && other.ack == no_message;
  }) != TransactionId::none;
}

/// Whether a message of the same sender since its last description was not captured: it may have
/// carried the version that is missing.
bool may_lack_one(const Capture& capture, MessageId since) {
  if (capture.record().is_response() || may_lack_answer(capture, since)) return true;
  const auto before = capture.find_in_dialog([&capture](const Transaction& other) {
    return is_of_same_client(capture, other) && other.method != Method::ack &&
           other.method != Method::cancel;
  });
  return before == TransactionId::none ||
         capture.tracker().transaction(before).cseq + 1 != capture.transaction().cseq;
}

Verdict raises_the_version(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (seen.message.body.empty() || !offers_anew(seen)) return Verdict::holds();
  const Described& own = capture.described(seen.message);
  if (own.carried != Carried::some) return not_concerned(own.carried);
  const Captured* const previous = PreviousDescription(capture).get();
  if (previous == nullptr) return Verdict::unknown();
  const SessionDescription before = capture.described(previous->message).session;
  const Transaction& of_previous =
      capture.tracker().transaction(capture.tracker().message(previous->id).transaction);
  // What was refused may count or not: RFC 3264 section 8 does not say.
  const bool pending = of_previous.method != Method::ack && of_previous.final == no_message;
  if (final_code(capture, of_previous) >= 300 || pending) return Verdict::unknown();
  if (!own.session.origin || !before.origin) return Verdict::unknown();
  const SdpOrigin& now = *own.session.origin;
  const SdpOrigin& then = *before.origin;
  const std::uint32_t frame = capture.frame(previous->id);
  if (!is_same_session(now, then))
    return Verdict::broken_at(now.raw, then.raw, now.raw).resting_on(frame);
  if (!differ_in_content(own.session, before)) return Verdict::holds();
  const std::optional<std::uint64_t> version = version_of(now);
  const std::optional<std::uint64_t> last = version_of(then);
  if (!version || !last) return Verdict::unknown();
  if (*version == *last + 1) return Verdict::holds();
  if (*version > *last && may_lack_one(capture, previous->id)) return Verdict::unknown();
  return Verdict::broken_at(now.session_version, then.session_version, now.session_version)
      .resting_on(frame);
}

constexpr Rule table[] = {
    {.code = "DLG-30",
     .slug = "session-version-not-raised",
     .level = Level::must,
     .cite = {3264, "8"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite, Method::update},
                    .about = About::either,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog, Guard::gap_free}},
     .broken =
         {.en = "The offer changes the session, but o= goes from {0} to {1}: the version has to "
                "go up by one, and all else stays.",
          .zh = "offer 改变了会话，但 o= 从 {0} 变为 {1}，正确做法是版本号只加一，其余不变。"},
     .check = raises_the_version},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> session_versions{table};

}  // namespace sipgloss::subject
