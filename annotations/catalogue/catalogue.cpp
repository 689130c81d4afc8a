// SPDX-License-Identifier: MIT
// Finds the entry of a status code, and a method by its name. RFC 3261 sections 7.1 and 8.1.3.2.

#include <algorithm>
#include <array>

#include "tables.hpp"

namespace sipgloss {

namespace {

constexpr unsigned first_code = 100;
constexpr unsigned last_code = 699;

struct NumberedEntry {
  std::uint16_t code = 0;
  const ResponseCode* entry = nullptr;
};

constexpr std::size_t entry_count =
    catalogue::codes_1xx.size() + catalogue::codes_2xx.size() + catalogue::codes_3xx.size() +
    catalogue::codes_40x_41x.size() + catalogue::codes_42x_44x.size() +
    catalogue::codes_46x_49x.size() + catalogue::codes_5xx.size() + catalogue::codes_6xx.size();

constexpr auto numbered_entries = [] {
  std::array<NumberedEntry, entry_count> all;
  std::size_t count = 0;
  const auto append = [&all, &count](const auto& codes, const ResponseCode* table) {
    for (std::size_t i = 0; i < codes.size(); ++i) all[count++] = {codes[i], table + i};
  };
  append(catalogue::codes_1xx, catalogue::table_1xx);
  append(catalogue::codes_2xx, catalogue::table_2xx);
  append(catalogue::codes_3xx, catalogue::table_3xx);
  append(catalogue::codes_40x_41x, catalogue::table_40x_41x);
  append(catalogue::codes_42x_44x, catalogue::table_42x_44x);
  append(catalogue::codes_46x_49x, catalogue::table_46x_49x);
  append(catalogue::codes_5xx, catalogue::table_5xx);
  append(catalogue::codes_6xx, catalogue::table_6xx);
  return all;
}();

constexpr auto entries = [] {
  std::array<const ResponseCode*, entry_count> all{};
  std::ranges::transform(numbered_entries, all.begin(), &NumberedEntry::entry);
  return all;
}();

constexpr std::size_t index_of(unsigned code) { return code - first_code; }

// RFC 3261 section 8.1.3.2: an unknown 1xx is a 183, any other unknown code the x00 of its class.
constexpr unsigned stand_in_for(unsigned code) { return code < 200 ? 183 : code / 100 * 100; }

constexpr auto readings = [] {
  std::array<Reading, last_code - first_code + 1> all{};
  for (const NumberedEntry& known : numbered_entries) {
    all[index_of(known.code)] = {known.entry, true};
  }
  for (unsigned code = first_code; code <= last_code; ++code) {
    Reading& reading = all[index_of(code)];
    if (!reading.known) reading.entry = all[index_of(stand_in_for(code))].entry;
  }
  return all;
}();

struct NamedMethod {
  std::string_view name;
  Method method;
};

constexpr auto named_methods = std::to_array<NamedMethod>({
    {"INVITE", Method::invite},
    {"ACK", Method::ack},
    {"BYE", Method::bye},
    {"CANCEL", Method::cancel},
    {"REGISTER", Method::register_},
    {"OPTIONS", Method::options},
    {"PRACK", Method::prack},
    {"UPDATE", Method::update},
    {"INFO", Method::info},
    {"SUBSCRIBE", Method::subscribe},
    {"NOTIFY", Method::notify},
    {"REFER", Method::refer},
    {"MESSAGE", Method::message},
    {"PUBLISH", Method::publish},
});

}  // namespace

std::span<const ResponseCode* const> response_codes() { return entries; }

Reading read_code(unsigned code) {
  if (code < first_code || code > last_code) return {};
  return readings[index_of(code)];
}

Method method_of(std::string_view name) {
  const auto found = std::ranges::find(named_methods, name, &NamedMethod::name);
  return found == named_methods.end() ? Method::other : found->method;
}

}  // namespace sipgloss
