// SPDX-License-Identifier: MIT
// The folder of pages, and what the code has to say in them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "page.hpp"
#include "rules/engine.hpp"

namespace sipgloss::test {
namespace {

constexpr std::array<std::string_view, 15> method_names = {
    "INVITE",  "ACK",   "BYE",     "CANCEL",  "REGISTER",
    "OPTIONS", "PRACK", "UPDATE",  "INFO",    "SUBSCRIBE",
    "NOTIFY",  "REFER", "MESSAGE", "PUBLISH", "methods not listed"};

std::string join(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, ", "));
}

std::string codes_of(const Scope& scope) {
  std::vector<std::string> codes;
  for (const CodeRange range : scope.codes) {
    codes.push_back(range.first == range.last ? fmt::format("{}", range.first)
                                              : fmt::format("{} to {}", range.first, range.last));
  }
  return codes.empty() ? "every response" : join(codes);
}

std::string methods_of(const Scope& scope) {
  if (scope.methods.empty()) return "";
  std::vector<std::string> in;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < method_names.size(); ++i) {
    const bool has = scope.methods.has(static_cast<Method>(i));
    (has ? in : out).emplace_back(method_names[i]);
  }
  if (scope.methods.has(Method::other)) return " to any method but " + join(out);
  return " to " + join(in);
}

std::string asked_about(const Scope& scope) {
  if (scope.about == About::response) return codes_of(scope) + methods_of(scope);
  if (scope.about == About::either)
    return codes_of(scope) + methods_of(scope) + ", and about these requests";
  const std::string methods = methods_of(scope);
  return methods.empty() ? "every request" : "requests:" + methods.substr(methods.find(' ', 1));
}

/// What a verdict rests on beyond its message.
std::string_view evidence_of(const Scope& scope) {
  switch (scope.evidence) {
    case Evidence::message:
      return "";
    case Evidence::transaction:
      return " Rests on its transaction.";
    case Evidence::dialog:
      return " Rests on its dialog.";
    case Evidence::capture:
      break;
  }
  return " Rests on other hops, calls or what the client did before.";
}

constexpr std::array<std::pair<Guard, std::string_view>, 6> guards = {{
    {Guard::request, "Silent unless the request was captured on the same hop."},
    {Guard::dialog, "Silent unless the request that opened the dialog was captured."},
    {Guard::gap_free, "Silent where packets were lost on that hop."},
    {Guard::closed_network, "Silent with the profile of a closed network."},
    {Guard::truncated, "Silent when the capture cuts the header section."},
    {Guard::older_peer, "One level lower when the top Via has no magic cookie."},
}};

/// `lines` of the page replaced by those of `text`.
void replace_lines(std::vector<std::string>& page, Lines lines, const std::string& text) {
  const auto at = [&page](std::size_t i) { return page.begin() + static_cast<std::ptrdiff_t>(i); };
  page.erase(at(lines.begin), at(lines.end));
  std::istringstream stream(text);
  std::size_t i = lines.begin;
  for (std::string line; std::getline(stream, line);) page.insert(at(i++), line);
}

/// Rewrites what a page says from the code, from its end to its beginning.
void bless(const Page& page) {
  std::vector<std::string> lines = page.lines;
  for (auto section = page.sections.rbegin(); section != page.sections.rend(); ++section) {
    const std::vector<Exchange>& all = section->exchanges;
    for (auto exchange = all.rbegin(); exchange != all.rend(); ++exchange) {
      replace_lines(lines, exchange->findings_at, PlayedExchange(*exchange).findings());
    }
    const Rule* const rule = find_rule(section->code);
    if (rule != nullptr && !section->facts.empty()) {
      replace_lines(lines, section->facts_at, "> " + facts_of(*rule));
    }
  }
  write_file(page.name + ".md", fmt::format("{}\n", fmt::join(lines, "\n")));
}

std::vector<Page> read_pages() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(SIPGLOSS_RULES_DIR)) {
    const std::filesystem::path& path = file.path();
    if (path.extension() == ".md" && path.stem() != "README") names.push_back(path.stem());
  }
  std::sort(names.begin(), names.end());
  std::vector<Page> pages;
  for (const std::string& name : names) {
    Page page = read_page(name, read_file(name + ".md"));
    if (blessing() && page.faults.empty()) {
      bless(page);
      page = read_page(name, read_file(name + ".md"));
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace

const std::vector<Page>& pages() {
  static const std::vector<Page> all = read_pages();
  return all;
}

std::vector<Exchange> exchanges() {
  std::vector<Exchange> all;
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      all.insert(all.end(), section.exchanges.begin(), section.exchanges.end());
    }
  }
  return all;
}

std::string facts_of(const Rule& rule) {
  const Scope& scope = rule.applies_to;
  std::string facts = fmt::format("{}, {}. Asked about {}.", name_of(rule.level).en,
                                  to_string(rule.cite), asked_about(scope));
  facts[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(facts[0])));
  facts += evidence_of(scope);
  for (const auto& [guard, sentence] : guards) {
    if (scope.guards.has(guard)) facts.append(" ").append(sentence);
  }
  return facts;
}

bool blessing() {
  const char* const wish = std::getenv("SIPGLOSS_BLESS");
  return wish != nullptr && std::string_view(wish) == "1";
}

std::string read_file(std::string_view name) {
  std::ifstream file(std::filesystem::path(SIPGLOSS_RULES_DIR) / name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// ctest runs tests side by side, each in its process: nobody may read half a page.
void write_file(std::string_view name, std::string_view text) {
  if (read_file(name) == text) return;
  const std::filesystem::path path = std::filesystem::path(SIPGLOSS_RULES_DIR) / name;
  const std::filesystem::path fresh = path.string() + fmt::format(".{}", std::random_device()());
  std::ofstream(fresh, std::ios::binary) << text;
  std::filesystem::rename(fresh, path);
}

}  // namespace sipgloss::test
