// SPDX-License-Identifier: MIT
// The texts of each code for each method, put together once. RFC 3261 sections 7.2 and 8.1.3.2.
#include "sipgloss/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <forward_list>
#include <utility>

namespace sipgloss {

namespace {

constexpr unsigned first_code = 100;
constexpr unsigned last_code = 699;
constexpr std::size_t method_count = static_cast<std::size_t>(Method::other) + 1;
constexpr std::size_t most_briefs = 2;

Text keep(std::string en, std::string zh, Explanation& owner) {
  const std::string_view kept = owner.keep(std::move(en));
  return {kept, owner.keep(std::move(zh))};
}

/// The sentence with its section, where it has one, does not name it itself, and there is room.
Text with_section(const Text& sentence, Citation cite, Explanation& owner) {
  constexpr std::string_view stop_zh = "。";
  if (cite.empty() || sentence.en.find("RFC ") != std::string_view::npos) return sentence;
  std::string en =
      fmt::format("{} (RFC {} section {}).", sentence.en.substr(0, sentence.en.size() - 1),
                  cite.rfc, cite.section);
  std::string zh = fmt::format("{}（RFC {} 第 {} 节）。",
                               sentence.zh.substr(0, sentence.zh.size() - stop_zh.size()), cite.rfc,
                               cite.section);
  if (std::max(en.size(), zh.size()) > longest_text) return sentence;
  return keep(std::move(en), std::move(zh), owner);
}

template <typename Sentences>
void add_spoken(const Sentences& sentences, Method method, std::vector<Text>& to,
                Explanation& owner) {
  for (const Sentence& sentence : sentences) {
    if (sentence.speaks_of(method))
      to.push_back(with_section(sentence.text(), sentence.cite, owner));
  }
}

Text gist_of(const ResponseCode& entry, Method method) {
  for (const Sentence& gist : entry.gist) {
    if (gist.speaks_of(method)) return gist.text();
  }
  return {};
}

/// "UAS, proxy" for a set of roles.
Text senders(Set<Role> roles, Explanation& owner) {
  std::string en;
  std::string zh;
  for (const RoleName& entry : role_names()) {
    if (!roles.has(entry.role)) continue;
    if (!en.empty()) en += ", ", zh += "、";
    en += entry.name.en;
    zh += entry.name.zh;
  }
  return keep(std::move(en), std::move(zh), owner);
}

/// The steps that apply to the method, and the first two of them in a few words.
void add_next_steps(const ResponseCode& entry, Method method, Explanation& into) {
  std::string en;
  std::string zh;
  std::size_t briefs = 0;
  for (const Next id : entry.next) {
    const NextStep& step = step_of(id);
    if (!step.methods.empty() && !step.methods.has(method)) continue;
    into.next.push_back(with_section(step.text, step.cite, into));
    if (step.brief.empty() || briefs == most_briefs) continue;
    if (briefs++ > 0) en += ", ", zh += "，";
    en += step.brief.en;
    zh += step.brief.zh;
  }
  into.next_brief = keep(std::move(en), std::move(zh), into);
}

/// "MUST carry Allow: the methods valid for this address (RFC 3261 section 21.4.6)."
void add_headers(const ResponseCode& entry, Method method, Explanation& into) {
  for (const HeaderUse& use : entry.headers) {
    if (!use.methods.empty() && !use.methods.has(method)) continue;
    const Text strength = name_of(use.strength);
    std::string en = fmt::format("{} {}: {} (RFC {} section {}).", strength.en, use.name,
                                 use.what.en, use.cite.rfc, use.cite.section);
    std::string zh = fmt::format("{} {}：{}（RFC {} 第 {} 节）。", strength.zh, use.name,
                                 use.what.zh, use.cite.rfc, use.cite.section);
    into.headers.push_back(keep(std::move(en), std::move(zh), into));
  }
}

// RFC 3261 section 8.1.3.2. A client knows what is registered; a code of another time or of one
// vendor it reads as x00, although it is explained here by its own name.
std::optional<unsigned> read_as(const ResponseCode& entry) {
  if (entry.status == Status::registered || entry.status == Status::deprecated) return std::nullopt;
  return entry.code / 100 * 100;
}

void explain(const ResponseCode& entry, Method method, Explanation& into) {
  into.code = entry.code;
  into.read_as = read_as(entry);
  into.status = entry.status;
  into.category = entry.category;
  into.name = entry.name();
  into.gist = gist_of(entry, method);
  add_spoken(entry.meaning, method, into.meaning, into);
  add_spoken(entry.practice, method, into.practice, into);
  add_next_steps(entry, method, into);
  add_headers(entry, method, into);
  add_spoken(sentences_of(entry.dialog), method, into.dialog, into);
  into.sent_by = senders(entry.sent_by, into);
  into.defined_in = entry.defined_in;
}

// RFC 3261 section 7.2: the class is the first digit, from 1 to 6.
void explain_illegal(Explanation& into) {
  into.name = {"Not a SIP status code", "非法的状态码"};
  into.gist = {"outside 100 to 699", "不在 100 至 699 之间"};
  into.meaning = {{"SIP status codes have three digits and lie between 100 and 699.",
                   "SIP 状态码为三位数字，取值 100 至 699。"},
                  {"A receiver cannot assign this response to a class and is expected to drop it.",
                   "接收方无法判断该响应属于哪一类，预期会将其丢弃。"}};
  into.next = {
      {"Find out which element sent this number: it is an error of its software or "
       "configuration.",
       "查明该状态码由哪个网元发出：这是其软件或配置的错误。"}};
  into.next_brief = {"find the sender", "查明发送方"};
  into.defined_in = {3261, "7.2"};
}

/// Own words put over an explanation: what they leave empty stays. A text that is given in one
/// language alone stands for both.
void put_over(const OwnWords& words, Explanation& into) {
  const auto own = [](const Text& text) {
    return Text{text.en.empty() ? text.zh : text.en, text.zh.empty() ? text.en : text.zh};
  };
  const auto given = [](const Text& text) { return !text.en.empty() || !text.zh.empty(); };
  if (given(words.name)) into.name = own(words.name), into.gist = {};
  if (given(words.meaning)) into.meaning = {own(words.meaning)}, into.practice.clear();
  if (given(words.next)) into.next = {own(words.next)}, into.next_brief = {};
}

}  // namespace

std::string_view Explanation::keep(std::string text) {
  return *kept_.emplace_back(std::make_unique<std::string>(std::move(text)));
}

/// A code, and its explanations by method, each put together when it is first asked for.
class Catalogue::Row {
 public:
  explicit Row(const ResponseCode* entry) : entry_(entry) {}
  Row(const ResponseCode* entry, const OwnWords& words) : entry_(entry), words_(kept(words)) {}
  ~Row() {
    for (const auto& cell : cells_) delete cell.load();
  }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  const Explanation& explain(Method method) const {
    std::atomic<const Explanation*>& cell = cells_[static_cast<std::size_t>(method)];
    if (const Explanation* const ready = cell.load()) return *ready;
    std::unique_ptr<const Explanation> made = make(method);
    const Explanation* other = nullptr;  // of another thread that was faster
    return cell.compare_exchange_strong(other, made.get()) ? *made.release() : *other;
  }

 private:
  std::unique_ptr<const Explanation> make(Method method) const {
    auto made = std::make_unique<Explanation>();
    if (entry_ == nullptr) {
      explain_illegal(*made);
      return made;
    }
    sipgloss::explain(*entry_, method, *made);
    if (!words_) return made;
    if (words_->code != entry_->code) {
      made->read_as = entry_->code;
      made->code = words_->code;
      made->status = Status::private_use;
    }
    put_over(*words_, *made);
    return made;
  }

  OwnWords kept(const OwnWords& words) {
    const auto keep = [this](const Text& text) {
      return Text{strings_.emplace_front(text.en), strings_.emplace_front(text.zh)};
    };
    return {words.code, keep(words.name), keep(words.meaning), keep(words.next)};
  }

  const ResponseCode* entry_;  ///< null for what SIP does not have
  std::forward_list<std::string> strings_;
  std::optional<OwnWords> words_;
  mutable std::array<std::atomic<const Explanation*>, method_count> cells_{};
};

Catalogue::Catalogue(std::span<const OwnWords> own) {
  rows_.push_back(std::make_unique<Row>(nullptr));
  std::vector<std::uint16_t> row_of_code(last_code + 1, 0);
  for (const ResponseCode* entry : response_codes()) {
    row_of_code[entry->code] = static_cast<std::uint16_t>(rows_.size());
    rows_.push_back(std::make_unique<Row>(entry));
  }
  for (unsigned code = first_code; code <= last_code; ++code)
    row_of_code[code] = row_of_code[read_code(code).entry->code];
  for (const OwnWords& words : own) {
    if (fault_of(words) || rows_.size() > last_code * 2) continue;
    row_of_code[words.code] = static_cast<std::uint16_t>(rows_.size());
    rows_.push_back(std::make_unique<Row>(read_code(words.code).entry, words));
  }
  row_of_code_ = std::move(row_of_code);
}
Catalogue::~Catalogue() = default;

const Catalogue& Catalogue::standard() {
  static const Catalogue catalogue;
  return catalogue;
}

const Explanation& Catalogue::explain(unsigned code, Method method) const {
  return rows_[code < row_of_code_.size() ? row_of_code_[code] : 0]->explain(method);
}

}  // namespace sipgloss
