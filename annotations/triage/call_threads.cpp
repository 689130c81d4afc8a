// SPDX-License-Identifier: MIT
// Which transactions make up one call. RFC 3261 sections 8.1.3.5, 12 and 16.
#include "triage/call_threads.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "triage/challenges.hpp"

namespace sipgloss {
namespace {

/// How a call stands while its transactions are taken.
struct Standing {
  std::uint32_t last_tag = 0;  ///< of the last attempt
  std::uint32_t last_cseq = 0;
  bool has_request = false;  ///< a request of it is in the capture
  bool is_pending = false;   ///< it has no final response in the capture
  Time ended{};              ///< when its last final response came
  unsigned code = 0;         ///< of its failure
  bool is_answered = false;  ///< an attempt was
  bool is_over = false;      ///< a BYE was seen

  bool is_pending_at(Time time) const { return is_pending || ended > time; }
};

/// A client that is asked for credentials or sent elsewhere may come back with another From tag,
/// though RFC 3261 section 8.1.3.5 wants the same.
bool asks_to_come_back(unsigned code) { return is_challenge(code) || (code >= 300 && code < 400); }

}  // namespace

// Legs are taken in the order of their transactions.
const CallLeg* CallThread::leg(TransactionId id) const {
  const auto found = std::ranges::lower_bound(legs, id, {}, &CallLeg::id);
  return found == legs.end() || found->id != id ? nullptr : &*found;
}

class CallThreads::Builder {
 public:
  Builder(const Tracker& tracker, CallThreads& into) : tracker_(tracker), into_(into) {}

  void take(TransactionId id);

 private:
  const Transaction& at(TransactionId id) const { return tracker_.transaction(id); }
  CallThread& thread(std::size_t index) { return into_.threads_[index]; }

  void begin_call(std::uint32_t call);
  std::size_t open_thread();
  std::optional<std::size_t> by_tag(std::uint32_t tag) const;
  std::optional<std::size_t> latest() const;
  std::uint32_t to_tag_of(const Transaction& transaction) const;
  bool is_within(const Transaction& transaction, TransactionId id) const;
  std::size_t thread_for_attempt(const Transaction& transaction, const CallLeg& leg);
  void take_invite(TransactionId id);
  bool take_forwarded(CallLeg& leg);
  void add_leg(std::size_t index, const CallLeg& leg);
  void take_within(TransactionId id);
  void take_cancel(TransactionId id);

  const Tracker& tracker_;
  CallThreads& into_;
  std::vector<Standing> standings_;  ///< a thread each
  std::uint32_t call_ = 0;
  std::size_t first_ = 0;  ///< thread of the Call-ID at hand
  std::unordered_map<std::uint32_t, std::size_t> by_tag_;
};

void CallThreads::Builder::begin_call(std::uint32_t call) {
  if (std::exchange(call_, call) == call) return;
  first_ = into_.threads_.size();
  by_tag_ = {};
}

std::size_t CallThreads::Builder::open_thread() {
  into_.threads_.emplace_back().call = call_;
  standings_.emplace_back();
  return into_.threads_.size() - 1;
}

std::optional<std::size_t> CallThreads::Builder::by_tag(std::uint32_t tag) const {
  const auto found = by_tag_.find(tag);
  return tag == 0 || found == by_tag_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> CallThreads::Builder::latest() const {
  const std::size_t count = into_.threads_.size();
  return count == first_ ? std::nullopt : std::optional(count - 1);
}

std::uint32_t CallThreads::Builder::to_tag_of(const Transaction& transaction) const {
  const MessageId id = transaction.request != no_message ? transaction.request : transaction.last;
  return tracker_.message(id).to_tag;
}

// Where only the responses of an INVITE were captured, the dialog tells: it was there before.
bool CallThreads::Builder::is_within(const Transaction& transaction, TransactionId id) const {
  if (transaction.request != no_message) return transaction.facts.in_dialog;
  const auto known = by_tag(transaction.from_tag);
  if (known && standings_[*known].is_answered)
    return standings_[*known].last_cseq != transaction.cseq;
  if (transaction.dialog == DialogId::none) return false;
  const TransactionId created_by = tracker_.dialog(transaction.dialog).created_by;
  if (created_by == TransactionId::none || created_by == id) return false;
  return at(created_by).cseq != transaction.cseq || at(created_by).from_tag != transaction.from_tag;
}

// Another tag while the call is pending is a leg of a B2BUA that kept the Call-ID; after the call
// it is another call, by a client that does not choose its Call-IDs well.
std::size_t CallThreads::Builder::thread_for_attempt(const Transaction& transaction,
                                                     const CallLeg& leg) {
  const auto known = by_tag(transaction.from_tag);
  if (known && !standings_[*known].is_over) return *known;
  const auto last = latest();
  if (!last || standings_[*last].is_over) return open_thread();
  const Standing& standing = standings_[*last];
  const bool comes_back = !standing.is_answered && asks_to_come_back(standing.code);
  return standing.is_pending_at(leg.begin) || comes_back ? *last : open_thread();
}

void CallThreads::Builder::take_invite(TransactionId id) {
  const Transaction& transaction = at(id);
  CallLeg leg{read_leg(id, tracker_)};
  if (take_forwarded(leg)) return;
  const std::size_t index = thread_for_attempt(transaction, leg);
  Standing& standing = standings_[index];
  CallThread& call = thread(index);
  const bool same_request =
      standing.last_tag == transaction.from_tag && standing.last_cseq == transaction.cseq;
  const bool overlaps = call.attempts > 0 && standing.is_pending_at(leg.begin);
  if (overlaps && standing.last_tag != transaction.from_tag) {
    leg.is_root = false;  // the other leg of a B2BUA
  } else if (overlaps && same_request && leg.request == no_message) {
    leg.is_root = !standing.has_request;  // on the way, captured in one direction
  } else if (!overlaps || !same_request) {
    ++call.attempts;
    standing = {.last_tag = transaction.from_tag,
                .last_cseq = transaction.cseq,
                .is_answered = standing.is_answered};
  }
  leg.attempt = call.attempts - 1;
  if (call.caller_tag == 0) call.caller_tag = transaction.from_tag;
  if (leg.is_root) by_tag_[transaction.from_tag] = index;
  if (leg.is_root && leg.request != no_message) standing.has_request = true;
  const unsigned code = code_of(leg, tracker_);
  if (leg.is_root && code == 0) standing.is_pending = true;
  if (leg.is_root && code >= 300) standing.code = code;
  if (leg.is_root && code != 0)
    standing.ended = std::max(standing.ended, tracker_.message(leg.final).time);
  if (code >= 200 && code < 300) standing.is_answered = true;
  add_leg(index, leg);
}

bool CallThreads::Builder::take_forwarded(CallLeg& leg) {
  const TransactionId before = forwarded_from(leg.id, tracker_);
  if (before == TransactionId::none) return false;
  const auto index = into_.thread_of(before);
  if (!index || *index < first_) return false;
  const CallThread& call = thread(*index);
  const CallLeg* const parent = call.leg(before);
  if (parent == nullptr) return false;
  leg.is_root = false;
  leg.parent = static_cast<std::size_t>(parent - call.legs.data());
  leg.attempt = parent->attempt;
  add_leg(*index, leg);
  return true;
}

void CallThreads::Builder::add_leg(std::size_t index, const CallLeg& leg) {
  thread(index).legs.push_back(leg);
  into_.thread_of_[index_of(leg.id)] = static_cast<std::uint32_t>(index + 1);
}

void CallThreads::Builder::take_within(TransactionId id) {
  const Transaction& transaction = at(id);
  std::optional<std::size_t> index;
  if (transaction.dialog != DialogId::none) {
    const TransactionId created_by = tracker_.dialog(transaction.dialog).created_by;
    if (created_by != TransactionId::none) index = into_.thread_of(created_by);
  }
  const std::uint32_t to_tag = to_tag_of(transaction);
  if (!index) index = by_tag(transaction.from_tag);
  if (!index) index = by_tag(to_tag);
  if (!index) index = latest();
  if (!index) {
    index = open_thread();
    for (const std::uint32_t tag : {transaction.from_tag, to_tag}) by_tag_[tag] = *index;
  }
  thread(*index).within.push_back(id);
  into_.thread_of_[index_of(id)] = static_cast<std::uint32_t>(*index + 1);
  if (transaction.method == Method::bye) standings_[*index].is_over = true;
}

void CallThreads::Builder::take_cancel(TransactionId id) {
  const TransactionId invite = at(id).partner;
  auto index = invite == TransactionId::none ? std::nullopt : into_.thread_of(invite);
  if (!index) index = by_tag(at(id).from_tag);
  if (!index) index = latest();
  if (!index) index = open_thread();
  thread(*index).cancels.push_back(id);
  into_.thread_of_[index_of(id)] = static_cast<std::uint32_t>(*index + 1);
}

void CallThreads::Builder::take(TransactionId id) {
  const Transaction& transaction = at(id);
  begin_call(transaction.call);
  switch (transaction.method) {
    case Method::invite:
      return is_within(transaction, id) ? take_within(id) : take_invite(id);
    case Method::cancel:
      return take_cancel(id);
    case Method::info:
    case Method::update:
      // Outside of a dialog they are of no call.
      if (to_tag_of(transaction) == 0) return;
      return take_within(id);
    case Method::ack:
    case Method::bye:
    case Method::prack:
      return take_within(id);
    default:
      return;
  }
}

CallThreads::CallThreads(const Inside& inside, const Notes& notes)
    : thread_of_(inside.tracker.transaction_count()) {
  Builder builder(inside.tracker, *this);
  for (const TransactionId id : by_call(inside.tracker, notes)) builder.take(id);
}

std::optional<std::size_t> CallThreads::thread_of(TransactionId id) const {
  const std::size_t index = index_of(id);
  if (index >= thread_of_.size() || thread_of_[index] == 0) return std::nullopt;
  return thread_of_[index] - 1;
}

std::vector<TransactionId> by_call(const Tracker& tracker, const Notes& notes) {
  std::vector<TransactionId> ids;
  for (std::size_t i = 0; i < tracker.transaction_count(); ++i) {
    const auto id = static_cast<TransactionId>(i);
    const std::uint32_t call = tracker.transaction(id).call;
    if (call != 0 && notes.has(call)) ids.push_back(id);
  }
  std::ranges::stable_sort(ids, {}, [&](TransactionId id) { return tracker.transaction(id).call; });
  return ids;
}

}  // namespace sipgloss
