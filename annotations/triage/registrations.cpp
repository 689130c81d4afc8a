// SPDX-License-Identifier: MIT
// The registrations of a capture. RFC 3261 sections 10.2 and 10.3.
#include "triage/registrations.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "tracker/hash.hpp"
#include "triage/challenges.hpp"
#include "triage/network_failures.hpp"

namespace sipgloss {
namespace {

constexpr std::size_t most_bindings = 64;  // of a response; further ones are left out

constexpr auto outcome_names = std::to_array<Text>({
    {.en = "registered", .zh = "已注册"},
    {.en = "removed", .zh = "已注销"},
    {.en = "bindings asked for", .zh = "仅查询绑定"},
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
static_assert(outcome_names.size() == static_cast<std::size_t>(last_registration_outcome) + 1);
static_assert(std::ranges::all_of(outcome_names,
                                  [](const Text& text) { return well_formed(text); }));

RegistrationOutcome outcome_of(Pending pending) {
  switch (pending) {
    case Pending::no_response:
      return RegistrationOutcome::no_response;
    case Pending::connection_error:
      return RegistrationOutcome::connection_error;
    case Pending::host_error:
      return RegistrationOutcome::host_error;
    case Pending::loop:
      return RegistrationOutcome::loop;
    case Pending::open:
      return RegistrationOutcome::open;
    case Pending::not_visible:
      break;
  }
  return RegistrationOutcome::not_visible;
}

bool is_failure(RegistrationOutcome outcome) {
  return outcome == RegistrationOutcome::refused || outcome == RegistrationOutcome::challenged ||
         outcome == RegistrationOutcome::auth_loop || outcome == RegistrationOutcome::no_response ||
         outcome == RegistrationOutcome::connection_error ||
         outcome == RegistrationOutcome::host_error || outcome == RegistrationOutcome::loop;
}

}  // namespace

Text name_of(RegistrationOutcome outcome) {
  return outcome_names[static_cast<std::size_t>(outcome)];
}

// RFC 3261 section 10.2.1.1: the parameter of Contact goes before the header field.
Registrations::Asked Registrations::read_asked(const Message& request) {
  Asked asked;
  asked.aor = spoken(request.to().uri);
  const auto expires = read_number(request.value(HeaderName::expires));
  std::size_t count = 0;
  std::size_t removed = 0;
  for (const std::string_view value : Values(request, HeaderName::contact)) {
    const NameAddr contact = read_name_addr(value);
    const auto own = contact.parameters.value("expires");
    if ((own ? read_number(*own) : expires) == 0U) ++removed;
    if (count++ == 0) asked.contact = contact.is_wildcard ? "*" : spoken(contact.uri);
  }
  asked.more_contacts = count > 1 ? count - 1 : 0;
  asked.removes = count > 0 && removed == count;
  return asked;
}

void Registrations::add(const Message& message, MessageId id, const Annotation& annotation) {
  const Links& links = annotation.links;
  if (message.method() != Method::register_ || links.retransmission_of != 0 ||
      links.duplicate_of != 0)
    return;
  if (message.is_request()) {
    asked_[id] = read_asked(message);
    return;
  }
  if (annotation.code < 200 || annotation.code > 299) return;
  Granted& granted = granted_[id];
  granted.expires = read_number(message.value(HeaderName::expires));
  for (const std::string_view value : Values(message, HeaderName::contact)) {
    if (granted.bindings.size() == most_bindings) break;
    const NameAddr contact = read_name_addr(value);
    const auto own = contact.parameters.value("expires");
    granted.bindings.emplace_back(short_hash(contact.uri),
                                  own ? read_number(*own) : granted.expires);
  }
}

/// Takes the REGISTER transactions one after another.
class Registrations::Builder {
 public:
  Builder(const Registrations& from, const Inside& inside, const Notes& notes)
      : from_(from), inside_(inside), notes_(notes) {}

  void take(TransactionId id);
  std::vector<Registration> finish();

 private:
  /// A registration, and what is only needed until it is told.
  struct Row {
    Registration told;
    Challenges challenges;
    Leg last;
    Time registered{};  ///< when it was last
    std::uint32_t call = 0;
  };

  const Asked* asked_by(const Transaction& transaction) const;
  void take_forwarded(TransactionId before, const Leg& leg);
  void take_success(Row& row, const Transaction& transaction);
  std::optional<std::uint32_t> granted_to(const Row& row, const Transaction& transaction) const;
  void finish(Row& row);
  void tell_why(Row& row) const;

  const Registrations& from_;
  const Inside& inside_;
  const Notes& notes_;
  std::vector<Row> rows_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_binding_;
  std::unordered_map<TransactionId, TransactionId> roots_;  ///< of what was forwarded
  std::unordered_map<TransactionId, Leg> origins_;          ///< of a root: the farthest leg
  std::unordered_map<std::string, Time> all_removed_;       ///< by address-of-record
};

const Registrations::Asked* Registrations::Builder::asked_by(const Transaction& transaction) const {
  const auto found = from_.asked_.find(transaction.request);
  return found == from_.asked_.end() ? nullptr : &found->second;
}

/// On the way to the registrar: the response may come from there.
void Registrations::Builder::take_forwarded(TransactionId before, const Leg& leg) {
  const auto known = roots_.find(before);
  const TransactionId root = known == roots_.end() ? before : known->second;
  roots_[leg.id] = root;
  if (leg.final != no_message) origins_[root] = leg;
}

void Registrations::Builder::take(TransactionId id) {
  const Transaction& transaction = inside_.tracker.transaction(id);
  const Leg leg = read_leg(id, inside_.tracker);
  const TransactionId before = forwarded_from(id, inside_.tracker);
  if (before != TransactionId::none) return take_forwarded(before, leg);
  const Asked* const asked = asked_by(transaction);
  const std::string aor =
      asked != nullptr ? asked->aor : notes_.parties(transaction.call, transaction.from_tag).to;
  std::string contact = asked != nullptr ? asked->contact : "";
  if (asked != nullptr && asked->more_contacts > 0)
    contact += fmt::format(" +{}", asked->more_contacts);
  const auto [place, is_new] = by_binding_.try_emplace({aor, contact}, rows_.size());
  if (is_new) {
    Row& row = rows_.emplace_back();
    row.told.first_frame = leg.frame;
    row.told.begin = leg.begin;
    row.told.aor = aor;
    row.told.contact = contact;
  }
  Row& row = rows_[place->second];
  row.last = leg;
  row.call = transaction.call;
  ++row.told.requests;
  row.challenges.take(leg, inside_, notes_);
  row.told.code = code_of(leg, inside_.tracker);
  if (row.told.code >= 200 && row.told.code < 300) take_success(row, transaction);
}

/// The seconds that the 2xx gives to the contact of its request, or to the only one that it lists.
std::optional<std::uint32_t> Registrations::Builder::granted_to(
    const Row& row, const Transaction& transaction) const {
  const auto found = from_.granted_.find(row.last.final);
  if (found == from_.granted_.end()) return std::nullopt;
  const Granted& granted = found->second;
  for (const auto& [uri, seconds] : granted.bindings) {
    if (uri == transaction.contact) return seconds;
  }
  if (granted.bindings.size() == 1) return granted.bindings.front().second;
  return granted.bindings.empty() ? granted.expires : std::nullopt;
}

void Registrations::Builder::take_success(Row& row, const Transaction& transaction) {
  const Time now = inside_.tracker.message(row.last.final).time;
  if (transaction.request != no_message && transaction.contact == 0 && row.told.contact != "*") {
    row.told.outcome = RegistrationOutcome::asked;
    return;
  }
  const Asked* const asked = asked_by(transaction);
  if (asked != nullptr && asked->removes) {
    row.told.outcome = RegistrationOutcome::removed;
    row.told.was_registered = false;
    if (row.told.contact == "*") all_removed_[row.told.aor] = now;
    return;
  }
  if (row.told.was_registered) ++row.told.refreshes;
  row.told.was_registered = true;
  row.told.outcome = RegistrationOutcome::registered;
  row.told.granted = granted_to(row, transaction);
  row.registered = now;
}

void Registrations::Builder::finish(Row& row) {
  Registration& told = row.told;
  told.registrar = server_of(row.last, inside_, notes_);
  if (row.last.final == no_message) {
    const Pending pending = pending_of(row.last, inside_);
    told.outcome = outcome_of(pending);
    if (is_over(pending)) {
      add_end_without_response(row.last, inside_, notes_, told.named, told.sights, told.remarks);
    }
  } else if (row.challenges.in_a_loop()) {
    told.outcome = RegistrationOutcome::auth_loop;
  } else if (is_challenge(told.code) && row.challenges.refused() == 0) {
    told.outcome = RegistrationOutcome::challenged;
  } else if (told.code >= 300) {
    told.outcome = RegistrationOutcome::refused;
  }
  const auto removed = all_removed_.find(told.aor);
  if (told.outcome == RegistrationOutcome::registered && removed != all_removed_.end() &&
      removed->second > row.registered)
    told.outcome = RegistrationOutcome::removed;
  const auto rest = inside_.tracker.end() - row.registered;
  told.ran_out = told.granted && rest > std::chrono::seconds(*told.granted);
  add_sights(row.last, inside_.tracker, told.sights);
  told.in_trouble = is_failure(told.outcome);
  if (told.code >= 300) told.named = named_code(told.code, Method::register_, inside_.catalogue);
}

/// Why the last REGISTER was refused, and where.
void Registrations::Builder::tell_why(Row& row) const {
  Registration& told = row.told;
  const auto known = origins_.find(row.last.id);
  const bool farther =
      known != origins_.end() && code_of(known->second, inside_.tracker) == told.code;
  const Leg& origin = farther ? known->second : row.last;
  const Said* const said = notes_.said(row.call, Method::register_, told.code);
  add_origin(origin, said, inside_, notes_, told.remarks);
  add_challenges(row.challenges, told.remarks);
  if (is_challenge(told.code)) add_end_of_attempts(row.last, inside_.tracker, told.remarks);
  add_meaning(told.code, Method::register_, said, inside_.catalogue, told.remarks,
              suspicions_of(told.code));
}

std::vector<Registration> Registrations::Builder::finish() {
  std::vector<Registration> told;
  for (Row& row : rows_) {
    finish(row);
    Registration& one = row.told;
    if (one.in_trouble && one.code >= 300) tell_why(row);
    if (one.in_trouble && one.was_registered) {
      one.remarks.emplace_back("It had been registered before, within this capture.",
                               "此前在该抓包中曾注册成功。");
    }
    told.push_back(std::move(one));
  }
  return told;
}

std::vector<Registration> Registrations::told(const Inside& inside, const Notes& notes) const {
  Builder builder(*this, inside, notes);
  for (std::size_t i = 0; i < inside.tracker.transaction_count(); ++i) {
    const auto id = static_cast<TransactionId>(i);
    const Transaction& transaction = inside.tracker.transaction(id);
    if (transaction.method == Method::register_ && notes.has(transaction.call)) builder.take(id);
  }
  return builder.finish();
}

}  // namespace sipgloss
