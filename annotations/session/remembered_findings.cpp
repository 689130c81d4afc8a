// SPDX-License-Identifier: MIT
// What rules with wider evidence found as messages arrived, kept until it is shown.
#include "session/remembered_findings.hpp"

#include <algorithm>

#include "sentence.hpp"
#include "tracker/hash.hpp"

namespace sipgloss {
namespace {

/// The bytes at fault, or the start line where they are not of this message.
std::string_view within(const Message& message, std::string_view bytes) {
  const std::string_view whole = message.bytes;
  const bool inside = !bytes.empty() && bytes.data() >= whole.data() &&
                      bytes.data() + bytes.size() <= whole.data() + whole.size();
  return inside ? bytes : message.start_line;
}

std::uint32_t distance(std::string_view from, std::string_view to) {
  return static_cast<std::uint32_t>(to.data() - from.data());
}

}  // namespace

/// Takes the findings of one message.
class RememberedFindings::OfMessage final : public Findings {
 public:
  OfMessage(RememberedFindings& into, const Message& message, const Capture& capture)
      : into_(into), message_(message), capture_(capture) {}

  void take(const Rule& rule, Level level, const Verdict& verdict) override {
    if (into_.all_.size() >= most) return void(++into_.forgotten_);
    const auto rule_number = reinterpret_cast<std::uintptr_t>(&rule);
    const std::uint64_t told =
        Hasher().add(rule_number).add(index_of(capture_.transaction_id())).value();
    if (!into_.told_.insert(told).second) return;
    const std::string_view bytes = within(message_, verdict.bytes());
    Remembered& found = into_.all_.emplace_back();
    found.rule = &rule;
    found.level = level;
    found.text = fill_in(rule.broken, verdict.values(), into_.texts_);
    found.frames = frames_of(verdict);
    found.offset = distance(message_.bytes, bytes);
    found.length = static_cast<std::uint32_t>(bytes.size());
    append(static_cast<std::int32_t>(into_.all_.size() - 1));
  }

 private:
  /// What the verdict names; else the request of a response.
  Frames frames_of(const Verdict& verdict) const {
    if (verdict.frames() != Frames{} || message_.is_request()) return verdict.frames();
    return {capture_.frame(capture_.transaction().request)};
  }

  void append(std::int32_t number) {
    if (last_ < 0) {
      into_.first_[static_cast<std::uint32_t>(capture_.id())] = number;
    } else {
      into_.all_[static_cast<std::size_t>(last_)].next = number;
    }
    last_ = number;
  }

  RememberedFindings& into_;
  const Message& message_;
  const Capture& capture_;
  std::int32_t last_ = -1;
};

void RememberedFindings::judge_on_arrival(const Message& message, const Capture& capture,
                                          Tally* tally) {
  OfMessage findings(*this, message, capture);
  judge({message, &capture}, Occasion::on_arrival, findings, tally);
}

void RememberedFindings::add_to(Annotation& annotation, MessageId id,
                                const Message& message) const {
  const auto found = first_.find(static_cast<std::uint32_t>(id));
  std::int32_t at = found == first_.end() ? -1 : found->second;
  while (at >= 0) {
    const Remembered& finding = all_[static_cast<std::size_t>(at)];
    annotation.findings.push_back(
        {.rule = finding.rule,
         .level = finding.level,
         .text = finding.text,
         .bytes = message.bytes.substr(std::min<std::size_t>(finding.offset, message.bytes.size()),
                                       finding.length),
         .frames = finding.frames});
    at = finding.next;
  }
}

}  // namespace sipgloss
