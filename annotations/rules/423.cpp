// SPDX-License-Identifier: MIT
// 423 Interval Too Brief. RFC 3261 sections 10.3 and 20.23, RFC 3903 section 6, RFC 6665
// section 4.2.1.1.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// The intervals that a request asks for, in seconds.
struct Asked {
  bool known = true;            ///< each one could be read
  bool may_be_refused = false;  ///< one is above 0 and, but for PUBLISH, below an hour
  std::uint32_t least = 0;      ///< the least above 0; 0 where none is
  std::string_view where;       ///< its bytes
};

void add(Asked& asked, Method method, std::string_view text) {
  constexpr std::uint32_t hour = 3600;
  const auto seconds = read_number(text);
  if (!seconds) {
    asked.known = false;
  } else if (*seconds > 0) {
    asked.may_be_refused = asked.may_be_refused || method == Method::publish || *seconds < hour;
    if (asked.least == 0 || *seconds < asked.least) {
      asked.least = *seconds;
      asked.where = text;
    }
  }
}

/// Of REGISTER: for each Contact (RFC 3261 section 10.3, item 7).
Asked asked_by(const Message& request) {
  Asked asked;
  const Method method = request.method();
  const std::string_view of_all = request.value(HeaderName::expires);
  if (method != Method::register_) {
    add(asked, method, of_all);
    return asked;
  }
  asked.known = request.has(HeaderName::contact);
  for (const std::string_view contact : Values(request, HeaderName::contact)) {
    const auto own = read_name_addr(contact).parameters.value("expires");
    add(asked, method, own.value_or(of_all));
  }
  return asked;
}

constexpr Rule table[] = {
    {.code = "K423-1",
     .slug = "423-without-min-expires",
     .level = Level::must,
     .cite = {3261, "10.3"},
     // To other methods the 423 itself is wrong: they refresh nothing that expires.
     .applies_to = {.codes = {423},
                    .methods = {Method::register_, Method::subscribe, Method::publish},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "423 without Min-Expires: the client cannot learn which interval would be "
                      "long enough.",
                .zh = "423 响应缺少 Min-Expires 头域，客户端无从得知有效期至少要多长。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::min_expires)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K423-2",
     .slug = "423-to-long-interval",
     .level = Level::must,
     .cite = {3261, "10.3"},
     .applies_to = {.codes = {423},
                    .methods = {Method::register_, Method::subscribe, Method::publish},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::closed_network}},
     .broken =
         {.en = "423 although the request asked for {0} s: an interval of 0, or of an hour and "
                "more, is never "
                "too brief.",
          .zh = "请求的间隔为 {0} 秒，却得到 423 响应；间隔为 0 或不短于一小时，就谈不上过短。"},
     .check =
         [](const Seen& seen) {
           const Asked asked = asked_by(seen.capture->request()->message);
           if (!asked.known || came_from_behind(seen)) return Verdict::unknown();
           if (asked.may_be_refused) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, asked.least);
         }},
    {.code = "K423-3",
     .slug = "min-expires-not-above-request",
     .level = Level::should,
     .cite = {3261, "10.2.8"},
     .applies_to = {.codes = {423},
                    .methods = {Method::register_, Method::subscribe, Method::publish},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "Min-Expires is {0}, and the request asked for {1} s already: the client has "
                      "no longer "
                      "interval to try.",
                .zh = "Min-Expires 为 {0} 秒，而请求的间隔已是 {1} 秒，客户端无从得知更长的间隔。"},
     .check =
         [](const Seen& seen) {
           const Asked asked = asked_by(seen.capture->request()->message);
           const Header* const row = seen.message.find(HeaderName::min_expires);
           const auto least = row == nullptr ? std::nullopt : read_number(row->value);
           // Where no interval may be refused, the 423 itself is the fault.
           if (!asked.known || !asked.may_be_refused || !least || came_from_behind(seen))
             return Verdict::unknown();
           if (asked.least < *least) return Verdict::holds();
           return Verdict::broken_at(row_of(*row), *least, asked.least);
         }},
    {.code = "K423-4",
     .slug = "min-expires-ignored-after-423",
     .level = Level::should,
     .cite = {3261, "10.2.8"},
     .applies_to = {.methods = {Method::register_, Method::subscribe, Method::publish},
                    .about = About::request,
                    .evidence = Evidence::capture},
     .broken =
         {.en = "A 423 gave Min-Expires {0}, and the request comes again with {1} s: the server "
                "will refuse "
                "it as before.",
          .zh =
              "423 响应给出的 Min-Expires 为 {0} 秒，重发的请求却仍是 {1} 秒，服务器会再次拒绝。"},
     .check =
         [](const Seen& seen) {
           const auto refused = repeated_after(seen, 423);
           if (!refused) return Verdict::holds();
           const Message& response = refused->response->message;
           const auto least = read_number(response.value(HeaderName::min_expires));
           const Asked asked = asked_by(seen.message);
           if (!least || !asked.known) return Verdict::unknown();
           if (asked.least == 0 || asked.least >= *least) return Verdict::holds();
           return Verdict::broken_at(asked.where, *least, asked.least)
               .resting_on(refused->request->packet.frame, refused->response->packet.frame);
         }},
    {.code = "K423-5",
     .slug = "423-to-other-method",
     .level = Level::should,
     .cite = {3261, "20.23"},
     // A REFER begins a subscription, whose duration it may name (RFC 3515 section 2.4.4).
     .applies_to = {.codes = {423},
                    .methods = any_method_but({Method::ack, Method::refer}),
                    .evidence = Evidence::message},
     .broken = {.en = "423 to {0}: only what REGISTER, SUBSCRIBE and PUBLISH set up expires and is "
                      "refreshed.",
                .zh = "对 {0} 返回了 423 响应，但只有 REGISTER、SUBSCRIBE 和 PUBLISH "
                      "才有需要刷新的有效时间。"},
     .check =
         [](const Seen& seen) {
           return is_to(seen.message, {Method::register_, Method::subscribe, Method::publish});
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_423{table};

}  // namespace sipgloss::subject
