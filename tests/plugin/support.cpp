// SPDX-License-Identifier: MIT
// What several tests share.
#include "support.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "sipgloss/rule.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, std::initializer_list<const char*> endings) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (std::ranges::count(endings, entry.path().extension()) != 0) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string identity(std::string_view method, unsigned id, std::string_view to_parameters) {
  const std::string number = std::to_string(id);
  return "Via: SIP/2.0/UDP 192.0.2.11:5060;branch=z9hG4bK-" + number +
         "\r\n"
         "From: <sip:alice@example.com>;tag=a1\r\n"
         "To: <sip:bob@example.com>" +
         std::string(to_parameters) +
         "\r\n"
         "Call-ID: " +
         number + "@192.0.2.11\r\nCSeq: 1 " + std::string(method) + "\r\n";
}

std::string ending(std::string_view body) {
  return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace

Lines split(std::string_view text, char separator) {
  Lines parts;
  for (std::size_t end = 0; (end = text.find(separator)) != std::string_view::npos;) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

Lines lines(std::string_view text) {
  Lines all = split(text, '\n');
  if (all.back().empty()) all.pop_back();
  return all;
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> samples() { return files_in(SIPGLOSS_SAMPLES_DIR, {".pcapng"}); }

std::string sample(const std::string& name) {
  return adopt(fs::path(SIPGLOSS_SAMPLES_DIR) / (name + ".pcapng"));
}

std::string all_samples() {
  static const std::string merged = [] {
    // Written to stdout, since the program may run as a user who may not write here.
    Arguments command = {SIPGLOSS_MERGECAP, "-a", "-w", "-"};
    for (const fs::path& file : samples()) command.push_back(adopt(file));
    const Outcome result = run(command);
    EXPECT_EQ(result.status, 0) << result.err;
    return place("all-samples.pcapng", result.out);
  }();
  return merged;
}

fs::path captures_folder() {
  const char* chosen = std::getenv("SIPGLOSS_CAPTURES");
  return chosen == nullptr ? SIPGLOSS_CAPTURES_DIR : chosen;
}

std::vector<fs::path> captures() { return files_in(captures_folder(), {".pcap", ".pcapng"}); }

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

std::string request(std::string_view method, unsigned id) {
  return std::string(method) + " sip:bob@example.com SIP/2.0\r\n" + identity(method, id, "") +
         "Max-Forwards: 70\r\n" + ending("");
}

std::string response(std::string_view status, std::string_view method, unsigned id,
                     std::string_view headers, std::string_view body) {
  return "SIP/2.0 " + std::string(status) + "\r\n" + identity(method, id, ";tag=b1") +
         std::string(headers) + ending(body);
}

Capture all_codes() {
  const Way to_bob{.from = 11, .to = 12};
  Capture capture;
  unsigned id = 0;
  for (const char* method : {"INVITE", "REGISTER", "BYE", "CANCEL", "SUBSCRIBE"}) {
    for (int code = 0; code < 1000; ++code, ++id) {
      std::string status = std::to_string(code);
      status.insert(0, 3 - status.size(), '0');
      capture.add_udp(to_bob, request(method, id));
      capture.add_udp(to_bob.back(), response(status + " Phrase", method, id));
    }
  }
  return capture;
}

Lines frames_with(const std::string& file, const std::string& filter, bool two_passes) {
  Arguments arguments = {"-r", file, "-Y", filter, "-o", "gui.column.format:\"No.\",\"%m\""};
  if (two_passes) arguments.emplace_back("-2");
  Lines numbers = lines(tshark_text(arguments));
  for (std::string& number : numbers) std::erase(number, ' ');
  return numbers;
}

void expect_same(std::string_view expected, std::string_view actual, const std::string& what) {
  if (expected == actual) return;
  const Lines left = lines(expected);
  const Lines right = lines(actual);
  const auto [l, r] = std::ranges::mismatch(left, right);
  ADD_FAILURE() << what << ": " << left.size() << " lines expected, " << right.size()
                << " found; the first difference is in line " << l - left.begin() + 1
                << "\n expected: " << (l == left.end() ? "(the end)" : *l)
                << "\n    found: " << (r == right.end() ? "(the end)" : *r);
}

Arguments without_later_findings() {
  std::string codes;
  for (const Rule* rule : rules()) {
    if (rule->applies_to.when == When::afterwards) codes.append(rule->code).append(" ");
  }
  return {"-o", "sipgloss.hidden_rules:" + codes};
}

}  // namespace sipgloss::test
