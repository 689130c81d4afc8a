// SPDX-License-Identifier: MIT
// Reads the glosses out of what tshark -T pdml prints. It prints an element a line.
#include "pdml.hpp"

#include <cstdlib>
#include <utility>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

std::string unescape(std::string_view text) {
  constexpr std::pair<std::string_view, char> escapes[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#x27;", '\''}};
  std::string plain;
  while (!text.empty()) {
    std::size_t taken = 1;
    char character = text[0];
    for (const auto& [escape, meant] : escapes) {
      if (!text.starts_with(escape)) continue;
      taken = escape.size();
      character = meant;
    }
    plain += character;
    text.remove_prefix(taken);
  }
  return plain;
}

/// The value of an attribute of the element in this line; empty when it has none.
std::string attribute(std::string_view line, std::string_view name) {
  const std::string begin = " " + std::string(name) + "=\"";
  const std::size_t at = line.find(begin);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + begin.size());
  return unescape(line.substr(0, line.find('"')));
}

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (; digits.size() >= 2; digits.remove_prefix(2)) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(0, 2)), nullptr, 16));
  }
  return bytes;
}

Item read_item(std::string_view line) {
  return {attribute(line, "name"), attribute(line, "show"), attribute(line, "showname"),
          from_hex(attribute(line, "value")),
          std::strtoul(attribute(line, "pos").c_str(), nullptr, 10)};
}

}  // namespace

const Item& Gloss::item(std::string_view field) const {
  static const Item none;
  for (const Item& each : items) {
    if (each.name == field) return each;
  }
  return none;
}

std::vector<Gloss> read_pdml(std::string_view pdml) {
  std::vector<Gloss> all;
  unsigned frame = 0;
  bool in_gloss = false;
  for (const std::string& line : lines(pdml)) {
    const bool is_protocol = line.find("<proto ") != std::string::npos;
    const std::string name = attribute(line, "name");
    if (name == "num") frame = static_cast<unsigned>(std::stoul(attribute(line, "show")));
    if (is_protocol) in_gloss = name == "sipgloss";
    if (is_protocol && in_gloss) all.push_back({frame, {}});
    if (in_gloss && line.find("<field ") != std::string::npos)
      all.back().items.push_back(read_item(line));
    if (is_protocol && in_gloss) all.back().items.push_back(read_item(line));
  }
  return all;
}

std::vector<Gloss> glosses(const std::string& file, bool two_passes,
                           const std::vector<std::string>& more_arguments) {
  Arguments arguments = {"-r", file, "-T", "pdml", "-J", "sipgloss"};
  if (two_passes) arguments.emplace_back("-2");
  arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
  return read_pdml(tshark_text(arguments));
}

}  // namespace sipgloss::test
