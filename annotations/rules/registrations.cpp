// SPDX-License-Identifier: MIT
// What a registrar makes of a REGISTER. RFC 3261 section 10.3, RFC 3327 section 5.3, RFC 5626
// section 6, RFC 5627 section 5.2, RFC 5630 section 5.2, RFC 6140 section 5.2, RFC 8599
// section 4.1.
#include "message/scan.hpp"
#include "rules/capture.hpp"
#include "rules/contact.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr int most_contacts = 32;

const Message& request_of(const Seen& seen) { return seen.capture->request()->message; }

/// The interval that a Contact of a REGISTER asks for; nothing where the registrar chooses.
std::optional<std::uint32_t> asked_for(const Message& request, const NameAddr& contact) {
  if (const auto expires = contact.parameters.value("expires")) return read_number(*expires);
  if (request.has(HeaderName::expires)) return read_number(request.value(HeaderName::expires));
  return std::nullopt;
}

/// Calls `judge` with each address that the request registers or removes, and what it asks for;
/// the first verdict that is not `holds` counts.
template <typename Judge>
Verdict for_contacts(const Message& request, Judge judge) {
  int count = 0;
  for (const std::string_view value : Values(request, HeaderName::contact)) {
    if (++count > most_contacts) return Verdict::unknown();
    const std::optional<NameAddr> contact = read_address(value);
    if (!contact || contact->is_wildcard) return Verdict::unknown();
    const Verdict verdict = judge(*contact, asked_for(request, *contact));
    if (verdict.kind() != Verdict::Kind::holds) return verdict;
  }
  return Verdict::holds();
}

/// The binding of that address in the response; nothing when it is not listed.
std::optional<NameAddr> binding(const Message& response, std::string_view uri) {
  int count = 0;
  for (const std::string_view value : Values(response, HeaderName::contact)) {
    if (++count > most_contacts) break;
    const NameAddr contact = read_name_addr(value);
    if (same_uri(contact.uri, uri)) return contact;
  }
  return std::nullopt;
}

/// Whether a response lists that URI more than once: bindings that only the registrar can tell
/// apart.
bool is_bound_twice(const Message& response, std::string_view uri) {
  int looked_at = 0;
  int bindings = 0;
  for (const std::string_view value : Values(response, HeaderName::contact)) {
    if (++looked_at > most_contacts) break;
    if (same_uri(read_name_addr(value).uri, uri)) ++bindings;
  }
  return bindings > 1;
}

Verdict lists_new_binding(const Seen& seen) {
  return for_contacts(request_of(seen),
                      [&](const NameAddr& contact, std::optional<std::uint32_t> expires) {
                        // Flows and GRUUs bind a phone rather than its address, and NAT helpers
                        // rewrite it.
                        const bool by_address = !contact.parameters.find("reg-id");
                        if (expires == 0U || !by_address) return Verdict::holds();
                        if (binding(seen.message, contact.uri)) return Verdict::holds();
                        if (seen.message.has(HeaderName::contact)) return Verdict::unknown();
                        return Verdict::broken_at(seen.message.start_line, contact.uri);
                      });
}

Verdict grants_no_more(const Seen& seen) {
  return for_contacts(
      request_of(seen), [&](const NameAddr& contact, std::optional<std::uint32_t> expires) {
        const std::optional<NameAddr> bound = binding(seen.message, contact.uri);
        if (!bound || !expires) return Verdict::holds();
        if (is_bound_twice(seen.message, contact.uri)) return Verdict::unknown();
        const auto granted = read_number(bound->parameters.value("expires").value_or(""));
        // What was to be removed and is still there is another rule's matter.
        if (!granted || *expires == 0 || *granted <= *expires) return Verdict::holds();
        return Verdict::broken_at(bound->raw, std::uint64_t{*granted}, std::uint64_t{*expires});
      });
}

Verdict removes_binding(const Seen& seen) {
  return for_contacts(
      request_of(seen), [&](const NameAddr& contact, std::optional<std::uint32_t> expires) {
        if (expires != 0U) return Verdict::holds();
        const std::optional<NameAddr> bound = binding(seen.message, contact.uri);
        if (!bound) return Verdict::holds();
        const auto left = read_number(bound->parameters.value("expires").value_or(""));
        if (!left || *left == 0) return Verdict::holds();
        return Verdict::broken_at(bound->raw, contact.uri, std::uint64_t{*left});
      });
}

/// "*" stands alone, and Expires is 0.
Verdict refuses_bad_wildcard(const Seen& seen) {
  const Message& request = request_of(seen);
  int contacts = 0;
  bool wildcard = false;
  for (const std::string_view value : Values(request, HeaderName::contact)) {
    wildcard = wildcard || read_name_addr(value).is_wildcard;
    if (++contacts > most_contacts) return Verdict::unknown();
  }
  if (!wildcard) return Verdict::holds();
  const auto expires = read_number(request.value(HeaderName::expires));
  if (contacts == 1 && expires == 0U) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
}

bool registers_flow(const Message& request) {
  const NameAddr& contact = request.contact();
  return contact.parameters.find("reg-id") && contact.parameters.find("+sip.instance");
}

bool removes(const Message& request) {
  const NameAddr& contact = request.contact();
  return contact.is_wildcard || asked_for(request, contact) == 0U;
}

Verdict agrees_on_outbound(const Seen& seen) {
  static constexpr Text asked = {"the client registered a flow", "客户端注册了流"};
  static constexpr Text not_asked = {"no Contact had a reg-id", "Contact 中没有 reg-id"};
  const Message& request = request_of(seen);
  const std::string_view required = find_token(seen.message, HeaderName::require, "outbound");
  if (!request.has(HeaderName::contact) || removes(request)) return Verdict::unknown();
  if (!registers_flow(request)) {
    const bool has_some = request.contact().parameters.find("reg-id").has_value();
    if (has_some || required.empty()) return Verdict::holds();
    return Verdict::broken_at(required, "Require: outbound", not_asked);
  }
  // Without Supported, or behind a first hop without "ob", outbound is not applied.
  const bool direct = !request.has(HeaderName::path);
  if (!lists_token(request, HeaderName::supported, "outbound") || !direct)
    return Verdict::unknown();
  if (!required.empty()) return Verdict::holds();
  static constexpr Text no_require = {"no Require: outbound", "没有 Require: outbound"};
  return Verdict::broken_at(seen.message.start_line, no_require, asked);
}

Verdict returns_gruu(const Seen& seen) {
  const Message& request = request_of(seen);
  const NameAddr& asked = request.contact();
  const bool wanted = lists_token(request, HeaderName::supported, "gruu") &&
                      asked.parameters.find("+sip.instance") && !removes(request);
  if (!wanted) return Verdict::unknown();
  for (const std::string_view value : Values(seen.message, HeaderName::contact)) {
    const NameAddr bound = read_name_addr(value);
    if (bound.parameters.find("pub-gruu") || bound.parameters.find("temp-gruu"))
      return Verdict::holds();
  }
  return Verdict::broken_at(seen.message.start_line);
}

Verdict refuses_bulk_with_user(const Seen& seen) {
  for (const std::string_view value : Values(request_of(seen), HeaderName::contact)) {
    const Uri uri = read_uri(read_name_addr(value).uri);
    if (!uri.parameters.find("bnc")) continue;
    if (uri.user.empty() && !uri.parameters.find("user")) continue;
    return Verdict::broken_at(seen.message.start_line, seen.message.status_code, uri.raw);
  }
  return Verdict::holds();
}

Verdict supports_push(const Seen& seen) {
  const Message& request = request_of(seen);
  const Uri contact = read_uri(request.contact().uri);
  const bool wanted = contact.parameters.find("pn-provider") && contact.parameters.find("pn-prid");
  if (!wanted || removes(request)) return Verdict::unknown();
  const std::string_view capabilities = seen.message.value(HeaderName::feature_caps);
  if (capabilities.find("sip.pns") != std::string_view::npos) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line,
                            contact.parameters.value("pn-provider").value_or(""));
}

bool is_sips(std::string_view uri) {
  return scan::equal_ignoring_case(read_uri(uri).scheme, "sips");
}

Verdict keeps_sips_apart(const Seen& seen) {
  const Message& request = request_of(seen);
  const std::string_view contact = request.contact().uri;
  if (!is_sips(contact)) return Verdict::holds();
  std::string_view plain = is_sips(request.request_uri) ? std::string_view() : request.request_uri;
  for (const std::string_view value : Values(request, HeaderName::path)) {
    const std::string_view uri = read_name_addr(value).uri;
    if (plain.empty() && !is_sips(uri)) plain = uri;
  }
  if (plain.empty()) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, contact, plain);
}

constexpr Scope accepted = {.codes = {{200, 299}},
                            .methods = {Method::register_},
                            .evidence = Evidence::transaction,
                            .guards = {Guard::request}};
constexpr Scope accepted_whole = {.codes = {{200, 299}},
                                  .methods = {Method::register_},
                                  .evidence = Evidence::transaction,
                                  .guards = {Guard::request, Guard::truncated}};

constexpr Rule table[] = {
    {.code = "REG-01",
     .slug = "new-binding-not-listed",
     .level = Level::must,
     .cite = {3261, "10.3"},
     .applies_to = accepted_whole,
     .broken = {.en = "No Contact at all, though the client just registered {0}: it cannot tell "
                      "that its binding stands.",
                .zh = "客户端刚注册了 {0}，响应却没有任何 Contact，客户端无法确认绑定已生效。"},
     .check = lists_new_binding},
    {.code = "REG-04",
     .slug = "registration-longer-than-asked",
     .level = Level::should,
     .cite = {3261, "10.3"},
     .applies_to = accepted,
     .broken = {.en = "{0} s granted, {1} s asked for: a registrar may shorten the interval, and "
                      "not lengthen it.",
                .zh = "授予 {0} 秒，请求的是 {1} 秒，注册服务器可以缩短有效期，但不能延长。"},
     .check = grants_no_more},
    {.code = "REG-06",
     .slug = "bad-wildcard-not-refused",
     .level = Level::must,
     .cite = {3261, "10.3"},
     .applies_to = {.codes = {{200, 299}, {402, 406}, {408, 699}},
                    .methods = {Method::register_},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "“Contact: *” with another Contact, or Expires other than 0, was answered with "
                    "{0}: it has to be 400.",
                .zh = "“Contact: *” 带有其他 Contact，或 Expires 不为 0，却回了 {0}，应回 400。"},
     .check = refuses_bad_wildcard},
    {.code = "REG-07",
     .slug = "removed-binding-still-listed",
     .level = Level::should,
     .cite = {3261, "10.3"},
     .applies_to = accepted,
     .broken = {.en = "{0} was to be removed and is still bound for {1} s: calls go on being sent "
                      "there.",
                .zh = "{0} 已要求注销，却仍绑定 {1} 秒，呼叫会继续发往该处。"},
     .check = removes_binding},
    {.code = "REG-08",
     .slug = "path-not-returned",
     .level = Level::should,
     .cite = {3327, "5.3"},
     .applies_to = accepted_whole,
     .broken = {.en = "The REGISTER came with Path, and this response has none: the client cannot "
                      "tell who will stand in the way of its calls.",
                .zh =
                    "REGISTER 带有 Path，响应却没有带回，客户端无法得知呼入会经过哪些代理服务器。"},
     .check =
         [](const Seen& seen) {
           const Message& request = request_of(seen);
           const bool asked =
               request.has(HeaderName::path) && lists_token(request, HeaderName::supported, "path");
           if (!asked || seen.message.has(HeaderName::path)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "REG-09",
     .slug = "outbound-disagrees",
     .level = Level::must,
     .cite = {5626, "6"},
     .applies_to = accepted_whole,
     .broken = {.en = "{0}, but {1}: client and registrar disagree whether calls come over the "
                      "registered flow.",
                .zh = "{1}，响应却{0}，双方对呼入是否走已注册的流理解不一致。"},
     .check = agrees_on_outbound},
    {.code = "REG-10",
     .slug = "gruu-not-returned",
     .level = Level::note,
     .cite = {5627, "5.2"},
     .applies_to = accepted_whole,
     .broken = {.en =
                    "The client asked for a GRUU and got none: the registrar seems not to support "
                    "RFC 5627.",
                .zh = "客户端请求 GRUU 而响应中没有，注册服务器可能不支持 RFC 5627。"},
     .check = returns_gruu},
    {.code = "REG-12",
     .slug = "bulk-registration-with-user",
     .level = Level::must,
     .cite = {6140, "5.2"},
     .applies_to = accepted,
     .broken = {.en =
                    "{0} to a bulk registration of {1}: a Contact with bnc may have neither a user "
                    "part nor a user parameter.",
                .zh = "对批量注册 {1} 回了 {0}，带 bnc 的 Contact 不得有用户部分或 user 参数。"},
     .check = refuses_bulk_with_user},
    {.code = "REG-18",
     .slug = "push-not-confirmed",
     .level = Level::note,
     .cite = {8599, "4.1.1"},
     .applies_to = accepted_whole,
     .broken = {.en = "Push by {0} was asked for, and no Feature-Caps with sip.pns came back: the "
                      "phone must not rely on it.",
                .zh = "请求了 {0} 推送，响应却没有带 sip.pns 的 Feature-Caps，话机不能依赖推送。"},
     .check = supports_push},
    {.code = "REG-19",
     .slug = "sips-contact-over-sip",
     .level = Level::must,
     .cite = {5630, "5.2"},
     .applies_to = accepted,
     .broken = {.en = "{0} was bound although {1} is no SIPS URI: it has to be refused with 400.",
                .zh = "{1} 不是 SIPS URI，却绑定了 {0}，应以 400 拒绝。"},
     .check = keeps_sips_apart},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> registrations{table};

}  // namespace sipgloss::subject
