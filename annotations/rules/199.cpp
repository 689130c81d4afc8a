// SPDX-License-Identifier: MIT
// 199 Early Dialog Terminated. RFC 6228 sections 4 to 8.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Whether To has a tag. Where To is missing or cannot be read, other findings tell of it.
Verdict names_a_dialog(const Message& response) {
  Defects defects;
  const std::string_view to = response.value(HeaderName::to);
  if (read_name_addr(to, &defects).tag) return Verdict::holds();
  return to.empty() || !defects.empty() ? Verdict::unknown() : Verdict::broken_at(to);
}

/// Whether a Reason gives a SIP status code. One that cannot be read is the parser's matter.
Verdict gives_sip_code(const Message& response) {
  std::string_view without_code = response.start_line;
  for (const std::string_view value : Values(response, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    if (!scan::equal_ignoring_case(reason.protocol, "SIP")) continue;
    if (reason.cause()) return Verdict::holds();
    if (reason.parameters.find("cause")) return Verdict::unknown();
    without_code = value;
  }
  return Verdict::broken_at(without_code);
}

bool is_reliable(const Message& response) {
  return response.has(HeaderName::rseq) ||
         !find_token(response, HeaderName::require, "100rel").empty();
}

/// Whether a 199 is without SDP. Only a reliable one may have to hold an offer (RFC 3262
/// section 5), which then has no media.
Verdict carries_no_media(const Message& response) {
  const auto description = session_description_of(response);
  if (!description || description->text.empty()) {
    return response.truncated ? Verdict::unknown() : Verdict::holds();
  }
  const SdpLines media(description->media_level);
  if (media.begin() != media.end()) return Verdict::broken_at(whole(*media.begin()));
  if (!is_reliable(response)) return Verdict::broken_at(description->text);
  return response.truncated ? Verdict::unknown() : Verdict::holds();
}

/// Whether a transaction has a message with that To tag; with that code, where one is given.
bool has_response(const Tracker& tracker, const Transaction& transaction, std::uint32_t to_tag,
                  unsigned code = 0) {
  constexpr int most_looked_at = 64;
  MessageId id = transaction.last;
  for (int i = 0; i < most_looked_at && id != no_message; ++i) {
    const MessageRecord& record = tracker.message(id);
    const bool wanted = code == 0 ? record.is_response() : record.code == code;
    if (wanted && record.to_tag == to_tag) return true;
    id = record.previous;
  }
  return false;
}

/// Whether the early dialog is one of a branch behind, of the same request on the next hop.
bool is_of_a_branch(const Seen& seen, unsigned code = 0) {
  const Capture& capture = *seen.capture;
  return capture.find_branch([&](const Transaction& branch) {
    return has_response(capture.tracker(), branch, capture.record().to_tag, code);
  }) != TransactionId::none;
}

Verdict was_asked_for(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (request.to().tag || lists_token(request, HeaderName::supported, "199"))
    return Verdict::holds();
  // To require it and not to support it is the client's fault.
  const bool required = lists_token(request, HeaderName::require, "199") ||
                        lists_token(request, HeaderName::proxy_require, "199");
  if (required || is_of_a_branch(seen, 199)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line);
}

Verdict was_not_made_by_proxy(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (request.to().tag || !lists_token(request, HeaderName::require, "100rel"))
    return Verdict::holds();
  if (is_reliable(seen.message) || is_of_a_branch(seen, 199)) return Verdict::holds();
  // The dialog of a branch, which sent no 199 itself: it was the proxy.
  return is_of_a_branch(seen) ? Verdict::broken_at(seen.message.start_line) : Verdict::unknown();
}

/// The INVITE that created the dialog, on the hop of the request that is judged; null when it was
/// not captured there.
const Transaction* invite_here(const Seen& seen) {
  constexpr int most_hops = 8;
  const Capture& capture = *seen.capture;
  TransactionId id = capture.dialog()->created_by;
  for (int i = 0; i < most_hops && id != TransactionId::none; ++i) {
    const Transaction& invite = capture.tracker().transaction(id);
    if (invite.hop == capture.transaction().hop) return &invite;
    id = invite.upstream;
  }
  return nullptr;
}

/// The 199 that ended the early dialog of the request; no_message when none did.
MessageId ended_by(const Seen& seen, const Transaction& invite) {
  constexpr int most_looked_at = 64;
  const Tracker& tracker = seen.capture->tracker();
  MessageId id = invite.last;
  for (int i = 0; i < most_looked_at && id != no_message; ++i) {
    const MessageRecord& record = tracker.message(id);
    if (record.code == 199 && record.to_tag == seen.capture->record().to_tag) return id;
    id = record.previous;
  }
  return no_message;
}

Verdict goes_to_a_live_dialog(const Seen& seen) {
  constexpr std::chrono::milliseconds can_cross{500};
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  // What a proxy forwards was judged where it came from.
  if (capture.record().copy != Copy::none || own.upstream != TransactionId::none)
    return Verdict::holds();
  if (capture.dialog()->confirmed_by != no_message) return Verdict::holds();
  const Transaction* const invite = invite_here(seen);
  if (invite == nullptr) return Verdict::unknown();
  if (invite->method != Method::invite || invite->from_tag != own.from_tag) return Verdict::holds();
  const MessageId ending = ended_by(seen, *invite);
  if (ending == no_message) return Verdict::holds();
  if (capture.since(ending) < can_cross) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name)
      .resting_on(capture.frame(ending));
}

Verdict ends_a_known_dialog(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const std::uint32_t to_tag = capture.record().to_tag;
  if (capture.request()->message.to().tag || is_reliable(seen.message)) return Verdict::holds();
  const auto tag = seen.message.to().tag;
  if (!tag || tag->empty()) return Verdict::unknown();  // another rule's matter
  const MessageId creating = capture.find_before([&](const MessageRecord& record) {
    return record.code > 100 && record.code < 199 && record.to_tag == to_tag;
  });
  return creating == no_message ? Verdict::broken_at(*tag, *tag) : Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K199-2",
     .slug = "199-without-to-tag",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199}, .evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "199 without a To tag: nobody can tell which early dialog has ended.",
                .zh = "199 响应的 To 头域没有 tag 参数，无从得知是哪个早期对话已终止。"},
     .check = [](const Seen& seen) { return names_a_dialog(seen.message); }},
    {.code = "K199-3",
     .slug = "199-without-sip-reason",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "199 without a Reason that gives a SIP status code: the caller cannot learn "
                      "why the early dialog ended.",
                .zh = "199 响应没有用 Reason 头域给出 SIP 状态码，主叫无从得知早期对话为何终止。"},
     .check = [](const Seen& seen) { return gives_sip_code(seen.message); }},
    {.code = "K199-4",
     .slug = "199-lists-option-199",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "199 lists the option tag 199 in {0}: the tag is for a request, to say that its "
                "sender takes such responses.",
          .zh = "199 响应在 {0} 头域中列出选项标签 199，而该标签用于请求，表示愿意接收 199 响应。"},
     .check =
         [](const Seen& seen) {
           for (const HeaderName name :
                {HeaderName::supported, HeaderName::require, HeaderName::proxy_require}) {
             const std::string_view tag = find_token(seen.message, name, "199");
             if (!tag.empty()) return Verdict::broken_at(tag, name_of(name));
           }
           return Verdict::holds();
         }},
    {.code = "K199-6",
     .slug = "199-with-sdp",
     .level = Level::should,
     .cite = {6228, "8"},
     .applies_to = {.codes = {199}, .methods = {Method::invite}, .evidence = Evidence::message},
     .broken = {.en = "199 with a session description: its early dialog is over, and the client "
                      "has no use for it.",
                .zh = "199 响应带有会话描述，但早期对话已经终止，客户端用不上它。"},
     .check = [](const Seen& seen) { return carries_no_media(seen.message); }},
    {.code = "K199-1",
     .slug = "199-not-asked-for",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en =
              "199, but the INVITE does not list 199 in Supported: the client did not ask for such "
              "responses and may not know them.",
          .zh = "INVITE 的 Supported 头域没有列出 199，服务器却发来 199 响应，客户端未必认得它。"},
     .check = was_asked_for},
    {.code = "K199-5",
     .slug = "199-made-by-proxy",
     .level = Level::must,
     .cite = {6228, "6"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "A proxy made this 199 although the INVITE requires 100rel: it cannot send "
                      "it reliably, and "
                      "must send none.",
                .zh = "INVITE 要求 100rel，代理服务器却自行产生了 199 "
                      "响应；它无法可靠发送，因此不得产生。"},
     .check = was_not_made_by_proxy},
    {.code = "K199-7",
     .slug = "request-after-199",
     .level = Level::must,
     .cite = {6228, "7"},
     .applies_to = {.methods = any_method_but({Method::ack, Method::cancel, Method::prack}),
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken =
         {.en =
              "{0} on an early dialog that a 199 ended: the client must send nothing on it but an "
              "acknowledgement.",
          .zh = "199 响应已终止该早期对话，客户端不得再在其中发送 {0}，只可确认可靠响应。"},
     .check = goes_to_a_live_dialog},
    {.code = "K199-8",
     .slug = "199-of-unknown-dialog",
     .level = Level::note,
     .cite = {6228, "4"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken =
         {.en = "The To tag {0} is new to the client, which discards an unreliable 199 for an "
                "early dialog "
                "that it does not know.",
          .zh =
              "客户端此前没有见过 To tag {0}；不可靠的 199 响应若不属于已知的早期对话，会被丢弃。"},
     .check = ends_a_known_dialog},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_199{table};

}  // namespace sipgloss::subject
