// SPDX-License-Identifier: MIT
// What a server tells the neighbour before it in the top Via: how often to keep the flow alive, and
// how much load to send. RFC 6223 section 4.4, RFC 7339 sections 4 and 5.
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// The value of a parameter of the top Via; empty where it has none.
std::string_view value_in_via(const Message& message, std::string_view name) {
  const Via& via = message.top_via();
  return via.has_others ? via.parameters.value(name).value_or("") : std::string_view();
}

bool has_in_via(const Message& message, std::string_view name) {
  return message.top_via().parameters.find(name).has_value();
}

/// The last response before this one in its transaction whose top Via has a value for that
/// parameter; null where none is at hand.
const Captured* response_before(const Capture& capture, std::string_view name) {
  const Captured* found = nullptr;
  any_from(capture, capture.record().previous, [&](MessageId id, const MessageRecord& record) {
    if (!record.is_response() || record.from_client) return false;
    const Captured* const earlier = capture.at(id);
    const bool has_value = earlier != nullptr && !value_in_via(earlier->message, name).empty();
    if (has_value) found = earlier;
    return has_value;
  });
  return found;
}

Verdict one_keep(const Seen& seen) {
  constexpr Text unasked = {"though the request offers no keep-alives", "而请求并未提出保活"};
  constexpr Text changed = {"after another value in an earlier response",
                            "与同一请求先前响应中的值不同"};
  const std::string_view value = value_in_via(seen.message, "keep");
  if (value.empty()) return Verdict::unknown();
  const Capture& capture = *seen.capture;
  if (!has_in_via(capture.request()->message, "keep")) {
    return Verdict::broken_at(value, value, unasked);
  }
  const Captured* const earlier = response_before(capture, "keep");
  if (earlier == nullptr || value_in_via(earlier->message, "keep") == value) {
    return Verdict::holds();
  }
  return Verdict::broken_at(value, value, changed).resting_on(earlier->packet.frame);
}

/// A parameter of overload control that the server put into the top Via; empty where it has none.
std::string_view overload_parameter(const Message& response) {
  for (const std::string_view name : {"oc", "oc-seq", "oc-validity"}) {
    if (!value_in_via(response, name).empty()) return name;
  }
  return {};
}

/// Whether another value of oc has a number of its own, so that the client knows the newer one.
/// One that is lower may have started afresh (RFC 7339 section 4.4).
Verdict has_new_number(const Seen& seen) {
  constexpr Text same = {"has another value under the same oc-seq", "的值已变，oc-seq 却没有变"};
  const std::string_view value = value_in_via(seen.message, "oc");
  const Captured* const earlier = response_before(*seen.capture, "oc");
  if (earlier == nullptr || value_in_via(earlier->message, "oc") == value) return Verdict::holds();
  const std::string_view number = value_in_via(seen.message, "oc-seq");
  if (number.empty() || number != value_in_via(earlier->message, "oc-seq")) {
    return Verdict::holds();
  }
  return Verdict::broken_at(number, std::string_view("oc"), same).resting_on(earlier->packet.frame);
}

Verdict load_is_told_in_order(const Seen& seen) {
  constexpr Text unasked = {"was not offered by the request", "在请求中并未提出"};
  constexpr Text alone = {"stands without oc", "单独出现，没有 oc"};
  const std::string_view name = overload_parameter(seen.message);
  if (name.empty()) return Verdict::unknown();
  const Message& request = seen.capture->request()->message;
  const std::string_view value = value_in_via(seen.message, name);
  if (value_in_via(request, name) == value) return Verdict::unknown();  // the client's own
  if (!has_in_via(request, "oc") && !has_in_via(request, "oc-algo")) {
    return Verdict::broken_at(value, name, unasked);
  }
  const std::string_view validity = value_in_via(seen.message, "oc-validity");
  const bool asks_for_less = !validity.empty() && read_number(validity) != 0U;
  if (asks_for_less && !has_in_via(seen.message, "oc")) {
    return Verdict::broken_at(validity, std::string_view("oc-validity"), alone);
  }
  return name == "oc" ? has_new_number(seen) : Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "EXT-08",
     .slug = "keep-value-unasked-or-changed",
     .level = Level::must,
     .cite = {6223, "4.4"},
     .applies_to = {.evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request}},
     .broken = {.en = "keep={0} in the top Via, {1}: the client does not know how often to send "
                      "keep-alives, or sends none.",
                .zh = "顶层 Via 带有 keep={0}，{1}，客户端不知道该以何频率发送保活，或根本不发。"},
     .check = one_keep},
    {.code = "EXT-09",
     .slug = "overload-control-malformed",
     .level = Level::must,
     .cite = {7339, "4"},
     .applies_to = {.evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request}},
     .broken = {.en = "{0} in the top Via {1}: the client cannot act on it, and keeps sending as "
                      "many requests.",
                .zh = "顶层 Via 的 {0} {1}，客户端无法据此减少请求，过载得不到缓解。"},
     .check = load_is_told_in_order},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> via_extensions{table};

}  // namespace sipgloss::subject
