// SPDX-License-Identifier: MIT
// The subscriptions of a capture. RFC 6665 sections 4.1 and 4.2, RFC 3515 section 2.4.
#include "triage/subscriptions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "message/scan.hpp"
#include "tracker/hash.hpp"
#include "triage/call_threads.hpp"
#include "triage/challenges.hpp"
#include "triage/network_failures.hpp"

namespace sipgloss {
namespace {

constexpr auto outcome_names = std::to_array<Text>({
    {.en = "active", .zh = "已生效"},
    {.en = "pending", .zh = "待授权"},
    {.en = "terminated", .zh = "已终止"},
    {.en = "other state", .zh = "其他状态"},
    {.en = "accepted without a NOTIFY", .zh = "已接受但未见 NOTIFY"},
    {.en = "refused", .zh = "被拒绝"},
    {.en = "challenged without a retry", .zh = "收到质询后未见重发"},
    {.en = "auth loop", .zh = "反复认证失败"},
    {.en = "no response", .zh = "无响应"},
    {.en = "connection error", .zh = "连接错误"},
    {.en = "host error", .zh = "主机错误"},
    {.en = "loop", .zh = "环路"},
    {.en = "open when the capture ended", .zh = "抓包结束时未决"},
    {.en = "result not visible", .zh = "结果不可见"},
});
static_assert(outcome_names.size() == static_cast<std::size_t>(last_subscription_outcome) + 1);
static_assert(std::ranges::all_of(outcome_names,
                                  [](const Text& text) { return well_formed(text); }));

bool ended_without_response(SubscriptionOutcome outcome) {
  return outcome == SubscriptionOutcome::no_response ||
         outcome == SubscriptionOutcome::connection_error ||
         outcome == SubscriptionOutcome::host_error || outcome == SubscriptionOutcome::loop;
}

bool is_failure(SubscriptionOutcome outcome) {
  return outcome == SubscriptionOutcome::refused || outcome == SubscriptionOutcome::challenged ||
         outcome == SubscriptionOutcome::auth_loop || ended_without_response(outcome);
}

/// Whether the notifier ended it against the watcher's will (RFC 6665 section 4.1.3).
bool is_against_will(std::string_view reason) {
  return scan::equal_ignoring_case(reason, "rejected") ||
         scan::equal_ignoring_case(reason, "giveup") ||
         scan::equal_ignoring_case(reason, "probation");
}

SubscriptionOutcome outcome_of(Pending pending) {
  switch (pending) {
    case Pending::no_response:
      return SubscriptionOutcome::no_response;
    case Pending::connection_error:
      return SubscriptionOutcome::connection_error;
    case Pending::host_error:
      return SubscriptionOutcome::host_error;
    case Pending::loop:
      return SubscriptionOutcome::loop;
    case Pending::open:
      return SubscriptionOutcome::open;
    case Pending::not_visible:
      break;
  }
  return SubscriptionOutcome::not_visible;
}

SubscriptionOutcome outcome_of(std::string_view state) {
  if (state.empty()) return SubscriptionOutcome::accepted;
  if (scan::equal_ignoring_case(state, "active")) return SubscriptionOutcome::active;
  if (scan::equal_ignoring_case(state, "pending")) return SubscriptionOutcome::pending;
  if (scan::equal_ignoring_case(state, "terminated")) return SubscriptionOutcome::terminated;
  return SubscriptionOutcome::other;
}

}  // namespace

Text name_of(SubscriptionOutcome outcome) {
  return outcome_names[static_cast<std::size_t>(outcome)];
}

void Subscriptions::add(const Message& message, MessageId id, const Annotation& annotation) {
  const Links& links = annotation.links;
  if (!message.is_request() || links.retransmission_of != 0 || links.duplicate_of != 0) return;
  const Method method = message.method();
  const FieldValue event = read_field_value(message.value(HeaderName::event));
  if (method == Method::subscribe) {
    asked_[id] = {.package = printable(event.value, 40),
                  .target = "",
                  .ends = read_number(message.value(HeaderName::expires)) == 0U};
  } else if (method == Method::refer) {
    const NameAddr target = read_name_addr(message.value(HeaderName::refer_to));
    asked_[id] = {.package = "refer", .target = spoken(target.uri)};
  } else if (method == Method::notify) {
    const FieldValue state = read_field_value(message.value(HeaderName::subscription_state));
    Notified& notified = notified_[id];
    notified.package = printable(event.value, 40);
    notified.state = printable(state.value, 24);
    notified.reason = printable(state.parameters.value("reason").value_or(""), 24);
    if (const auto body = find_body(message, "message", "sipfrag"))
      notified.code = Message::parse({.bytes = body->content}).status_code;
  }
}

/// Takes SUBSCRIBE, REFER and NOTIFY transactions, one Call-ID after another.
class Subscriptions::Builder {
 public:
  Builder(const Subscriptions& from, const Inside& inside, const Notes& notes)
      : from_(from), inside_(inside), notes_(notes) {}

  void take(TransactionId id);
  std::vector<Subscription> finish();

 private:
  /// A subscription, and what is only needed until it is told.
  struct Row {
    Subscription told;
    Challenges challenges;
    Leg last;  ///< SUBSCRIBE or REFER
    unsigned last_code = 0;
    bool ends = false;  ///< the last SUBSCRIBE asks for the end
    std::string state;
    Time notified{};
    std::uint32_t notify_frame = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> notifies;  ///< From tag and CSeq
    std::map<unsigned, std::uint32_t> refused_notifies;          ///< first frame of each code
    std::uint32_t call = 0;
    Method method = Method::notify;
  };
  using Key = std::pair<std::uint32_t, std::uint32_t>;  ///< the watcher's tag, and the package

  const Transaction& at(TransactionId id) const { return inside_.tracker.transaction(id); }
  Row& open(const Leg& leg, Key key, std::uint32_t other_tag);
  Row* known(Key key);
  void take_subscribe(TransactionId id, const Leg& leg);
  void take_refer(TransactionId id, const Leg& leg);
  void take_attempt(Row& row, TransactionId id, const Leg& leg);
  void take_notify(TransactionId id, const Leg& leg);
  void finish(Row& row);
  void tell_why(Row& row);

  const Subscriptions& from_;
  const Inside& inside_;
  const Notes& notes_;
  std::vector<Row> rows_;
  std::uint32_t call_ = 0;
  std::map<Key, std::size_t> by_key_;                ///< of the Call-ID at hand
  std::map<std::uint32_t, std::size_t> by_package_;  ///< the last one of each
  std::unordered_map<TransactionId, std::size_t> refers_;
};

Subscriptions::Builder::Row& Subscriptions::Builder::open(const Leg& leg, Key key,
                                                          std::uint32_t other_tag) {
  by_key_[key] = rows_.size();
  by_package_[key.second] = rows_.size();
  Row& row = rows_.emplace_back();
  row.call = call_;
  row.told.first_frame = leg.frame;
  row.told.begin = leg.begin;
  row.told.package = "-";
  const Parties parties = notes_.parties(call_, key.first, other_tag);
  row.told.watcher = parties.from;
  row.told.notifier = parties.to;
  return row;
}

/// The subscription of that watcher to that package; where only responses were captured, the
/// package is not known.
Subscriptions::Builder::Row* Subscriptions::Builder::known(Key key) {
  auto found = by_key_.find(key);
  if (found == by_key_.end() && key.second == 0) {
    found = by_key_.lower_bound(key);
    if (found != by_key_.end() && found->first.first != key.first) found = by_key_.end();
  }
  return found == by_key_.end() ? nullptr : &rows_[found->second];
}

void Subscriptions::Builder::take_attempt(Row& row, TransactionId id, const Leg& leg) {
  const auto asked = from_.asked_.find(at(id).request);
  if (asked != from_.asked_.end()) {
    const Asked& what = asked->second;
    row.told.package = what.target.empty() ? what.package : fmt::format("refer to {}", what.target);
    row.ends = what.ends;
  }
  if (row.last.id == TransactionId::none) add_sights(leg, inside_.tracker, row.told.sights);
  row.method = at(id).method;
  row.last = leg;
  row.last_code = code_of(leg, inside_.tracker);
  row.challenges.take(leg, inside_, notes_);
}

// A client that was challenged may come back with another From tag.
void Subscriptions::Builder::take_subscribe(TransactionId id, const Leg& leg) {
  const Key key{at(id).from_tag, at(id).event};
  Row* row = known(key);
  const auto same_package = by_package_.find(key.second);
  if (row == nullptr && same_package != by_package_.end() &&
      is_challenge(rows_[same_package->second].last_code)) {
    row = &rows_[same_package->second];
    by_key_[key] = same_package->second;
  }
  take_attempt(row == nullptr ? open(leg, key, 0) : *row, id, leg);
}

// Each REFER makes a subscription of its own, unless it repeats one that was refused.
void Subscriptions::Builder::take_refer(TransactionId id, const Leg& leg) {
  static const std::uint32_t package = short_hash("refer");
  const auto repeated = refers_.find(at(id).predecessor);
  const std::size_t index = repeated == refers_.end() ? rows_.size() : repeated->second;
  refers_[id] = index;
  const std::uint32_t to_tag = inside_.tracker.message(at(id).last).to_tag;
  Row& row = index == rows_.size() ? open(leg, {at(id).from_tag, package}, to_tag) : rows_[index];
  take_attempt(row, id, leg);
}

void Subscriptions::Builder::take_notify(TransactionId id, const Leg& leg) {
  const Transaction& transaction = at(id);
  const std::uint32_t watcher = inside_.tracker.message(transaction.last).to_tag;
  const Key key{watcher, transaction.event};
  Row* row = known(key);
  if (row == nullptr) row = &open(leg, key, transaction.from_tag);
  row->notifies.insert({transaction.from_tag, transaction.cseq});
  row->notified = leg.begin;
  row->notify_frame = leg.frame;
  const unsigned code = code_of(leg, inside_.tracker);
  if (code >= 300 && !is_challenge(code))
    row->refused_notifies.try_emplace(code, inside_.tracker.message(leg.final).frame);
  const auto found = from_.notified_.find(transaction.request);
  if (found == from_.notified_.end()) return;
  const Notified& notified = found->second;
  if (row->told.package == "-" && !notified.package.empty()) row->told.package = notified.package;
  row->state = notified.state;
  row->told.reason = notified.reason;
  if (notified.code != 0) row->told.code = notified.code;
}

void Subscriptions::Builder::take(TransactionId id) {
  const Transaction& transaction = at(id);
  if (transaction.call != call_) {
    call_ = transaction.call;
    by_key_.clear();
    by_package_.clear();
  }
  const bool concerned = transaction.method == Method::subscribe ||
                         transaction.method == Method::refer ||
                         transaction.method == Method::notify;
  if (!concerned || forwarded_from(id, inside_.tracker) != TransactionId::none) return;
  const Leg leg = read_leg(id, inside_.tracker);
  if (transaction.method == Method::subscribe) return take_subscribe(id, leg);
  if (transaction.method == Method::refer) return take_refer(id, leg);
  take_notify(id, leg);
}

void Subscriptions::Builder::finish(Row& row) {
  Subscription& told = row.told;
  told.notified = row.notifies.size();
  const bool failed = row.last_code >= 300;
  const bool notified_last = !failed || row.notified > inside_.tracker.message(row.last.final).time;
  const bool ended = row.ends && row.last_code >= 200 && !failed && row.notified < row.last.begin;
  if (ended) {
    told.outcome = SubscriptionOutcome::terminated;
  } else if (told.notified > 0 && notified_last) {
    told.outcome = outcome_of(row.state);
  } else if (row.last.id == TransactionId::none) {
    told.outcome = SubscriptionOutcome::not_visible;
  } else if (row.last.final == no_message) {
    told.outcome = outcome_of(pending_of(row.last, inside_));
  } else if (!failed) {
    told.outcome = SubscriptionOutcome::accepted;
  } else if (row.challenges.in_a_loop()) {
    told.outcome = SubscriptionOutcome::auth_loop;
  } else {
    const bool asked_only = is_challenge(row.last_code) && row.challenges.refused() == 0;
    told.outcome = asked_only ? SubscriptionOutcome::challenged : SubscriptionOutcome::refused;
  }
  if (is_failure(told.outcome)) told.code = row.last_code;
  const Method method = is_failure(told.outcome) ? row.method : Method::invite;
  if (told.code != 0) told.named = named_code(told.code, method, inside_.catalogue);
  if (told.notified > 0) told.sights.push_back({"NOTIFY", row.notify_frame});
  if (failed) add_sights(row.last, inside_.tracker, told.sights);
}

void Subscriptions::Builder::tell_why(Row& row) {
  Subscription& told = row.told;
  std::vector<Words>& remarks = told.remarks;
  told.in_trouble = is_failure(told.outcome) || is_against_will(told.reason);
  if (ended_without_response(told.outcome)) {
    add_end_without_response(row.last, inside_, notes_, told.named, told.sights, remarks);
  } else if (is_failure(told.outcome)) {
    const Said* const said = notes_.said(row.call, row.method, row.last_code);
    add_origin(row.last, said, inside_, notes_, remarks);
    add_challenges(row.challenges, remarks);
    if (is_challenge(row.last_code)) add_end_of_attempts(row.last, inside_.tracker, remarks);
    add_meaning(row.last_code, row.method, said, inside_.catalogue, remarks,
                suspicions_of(row.last_code));
  } else if (told.code >= 300) {
    told.in_trouble = true;
    remarks.push_back(filled("The transfer came to {}.", "转接的结果是 {}。",
                             named_code(told.code, Method::invite, inside_.catalogue)));
    add_meaning(told.code, Method::invite, nullptr, inside_.catalogue, remarks);
  }
  for (const auto& [code, frame] : row.refused_notifies) {
    told.in_trouble = true;
    remarks.push_back(filled("A NOTIFY was refused in frame {}: {}.", "NOTIFY 在帧 {} 被拒绝：{}。",
                             frame, named_code(code, Method::notify, inside_.catalogue)));
  }
}

std::vector<Subscription> Subscriptions::Builder::finish() {
  std::vector<Subscription> told;
  for (Row& row : rows_) {
    finish(row);
    tell_why(row);
    told.push_back(std::move(row.told));
  }
  std::ranges::stable_sort(told, {}, &Subscription::first_frame);
  return told;
}

std::vector<Subscription> Subscriptions::told(const Inside& inside, const Notes& notes) const {
  Builder builder(*this, inside, notes);
  for (const TransactionId id : by_call(inside.tracker, notes)) builder.take(id);
  return builder.finish();
}

}  // namespace sipgloss
