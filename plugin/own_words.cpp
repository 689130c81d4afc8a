// SPDX-License-Identifier: GPL-2.0-or-later
// A person's own words about status codes: the table in the preferences, and the catalogue with
// them.
#include "own_words.hpp"

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/prefs.h>
#include <epan/uat.h>
#include <glib.h>

#include <array>
#include <vector>

#include "preferences.hpp"

namespace sipgloss::plugin {
namespace {

/// A row of the table, in the form that Wireshark keeps it.
struct Row {
  guint32 code;
  char* name_en;
  char* name_zh;
  char* meaning_en;
  char* meaning_zh;
  char* next_en;
  char* next_zh;
};
constexpr std::array texts = {&Row::name_en,    &Row::name_zh, &Row::meaning_en,
                              &Row::meaning_zh, &Row::next_en, &Row::next_zh};

Row* rows = nullptr;
guint row_count = 0;
std::shared_ptr<const Catalogue> catalogue;

std::string_view said(const char* text) { return text == nullptr ? "" : text; }

OwnWords words_of(const Row& row) {
  return {.code = row.code,
          .name = {said(row.name_en), said(row.name_zh)},
          .meaning = {said(row.meaning_en), said(row.meaning_zh)},
          .next = {said(row.next_en), said(row.next_zh)}};
}

void* copy_row(void* to, const void* from, std::size_t) {
  auto& target = *static_cast<Row*>(to);
  target = *static_cast<const Row*>(from);
  for (const auto text : texts) target.*text = g_strdup(target.*text);
  return to;
}

void free_row(void* row) {
  for (const auto text : texts) g_free(static_cast<Row*>(row)->*text);
}

/// Refuses a row that cannot be used, with the sentence that Wireshark shows in its dialog.
template <typename Result>
Result check_row(void* row, char** error) noexcept try {
  const std::optional<Text> fault = fault_of(words_of(*static_cast<Row*>(row)));
  *error = fault ? g_strdup(in_language(*fault, shown_language()).c_str()) : nullptr;
  return fault ? 0 : 1;
} catch (...) {
  *error = g_strdup("Not enough memory.");
  return 0;
}

void take_rows() noexcept try {
  std::vector<OwnWords> words;
  for (guint i = 0; i < row_count; ++i) words.push_back(words_of(rows[i]));
  catalogue = std::make_shared<const Catalogue>(words);
} catch (...) {
  catalogue.reset();  // without memory the words of the catalogue itself have to do
}

void forget_rows() { catalogue.reset(); }

UAT_DEC_CB_DEF(own_words, code, Row)
UAT_CSTRING_CB_DEF(own_words, name_en, Row)
UAT_CSTRING_CB_DEF(own_words, name_zh, Row)
UAT_CSTRING_CB_DEF(own_words, meaning_en, Row)
UAT_CSTRING_CB_DEF(own_words, meaning_zh, Row)
UAT_CSTRING_CB_DEF(own_words, next_en, Row)
UAT_CSTRING_CB_DEF(own_words, next_zh, Row)

// The definition of a table's check differs between releases in what it returns.
constexpr uat_update_cb_t checked = check_row;

}  // namespace

void register_own_words(pref_module* module) {
  static uat_field_t columns[] = {
      UAT_FLD_DEC(own_words, code, "Code", "Status code, 100 to 699"),
      UAT_FLD_CSTRING(own_words, name_en, "Name", "Name in English"),
      UAT_FLD_CSTRING(own_words, name_zh, "名称", "Name in Chinese"),
      UAT_FLD_CSTRING(own_words, meaning_en, "Meaning", "Meaning in English"),
      UAT_FLD_CSTRING(own_words, meaning_zh, "含义", "Meaning in Chinese"),
      UAT_FLD_CSTRING(own_words, next_en, "Next step", "What comes next, in English"),
      UAT_FLD_CSTRING(own_words, next_zh, "后续", "What comes next, in Chinese"),
      UAT_END_FIELDS};
  uat_t* table = uat_new("SIP gloss: own words", sizeof(Row), "sipgloss_own_words", TRUE, &rows,
                         &row_count, UAT_AFFECTS_DISSECTION, nullptr, copy_row, checked, free_row,
                         take_rows, forget_rows, columns);
  prefs_register_uat_preference(
      module, "own_words", "Own words",
      "Your own words about status codes: a vendor's private code, a house rule for a known one. "
      "What is left empty stays as it is.",
      table);
}

std::shared_ptr<const Catalogue> current_catalogue() {
  if (catalogue != nullptr) return catalogue;
  return {std::shared_ptr<const Catalogue>(), &Catalogue::standard()};
}

}  // namespace sipgloss::plugin
