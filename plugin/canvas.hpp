// SPDX-License-Identifier: GPL-2.0-or-later
// What every item of a gloss is drawn with: the place in the packet, the language, both texts of a
// pair. Nothing that owns memory lives here: every call may be left by longjmp.
#pragma once

#include "dissect.hpp"
#include "fields.hpp"

namespace sipgloss::plugin {

/// What all items of one gloss share.
struct Canvas {
  const Gloss& gloss;
  packet_info* pinfo;
  proto_tree* tree;
  Language language;

  char* copy(std::string_view text) const {
    return wmem_strndup(pinfo->pool, text.data(), text.size());
  }
};

/// Bytes in the tvb.
struct Range {
  int offset;
  int length;
};
/// Where bytes of the message lie; the start line when they are none of its.
Range range_of(const Gloss& gloss, std::string_view bytes);
Range start_line_of(const Gloss& gloss);

/// Marks an item as generated, and hides it where it is for filters alone.
void mark(proto_item* item, bool shown);

/// A text in both languages; the one that is not chosen is hidden, and can be filtered for all the
/// same.
void add_text(const Canvas& canvas, proto_tree* tree, const TextField& field, const Text& text,
              Range range, bool shown = true);
void add_texts(const Canvas& canvas, proto_tree* tree, const TextField& field,
               const std::vector<Text>& texts);

/// The text in the chosen language, in packet scope.
const char* say(const Canvas& canvas, const Text& text);
/// The same for a label that holds more: both languages only where they fit. The other one stands
/// below.
const char* say_if_it_fits(const Canvas& canvas, const Text& text);
/// "RFC 3261 section 21.4.6".
const char* cite_of(const Canvas& canvas, Citation cite);

/// Gives an item its Chinese label where only Chinese is shown. Fields are registered with English
/// names.
template <typename... Values>
void label_zh(const Canvas& canvas, proto_item* item, const char* format, Values... values) {
  if (canvas.language == Language::chinese) proto_item_set_text(item, format, values...);
}

/// An enumeration, by its name in the chosen language.
void add_kind(const Canvas& canvas, proto_tree* tree, int field, const char* zh, guint32 value,
              const Text& name, bool shown = true);
/// A link to a frame; nothing for frame 0.
void add_frame(const Canvas& canvas, proto_tree* tree, int field, const char* zh,
               std::uint32_t frame);
void add_delay(const Canvas& canvas, proto_tree* tree, int field, const char* zh,
               std::int64_t delay_ns);

/// What failed, and what is done about it; nothing where nothing did.
void add_failure(const Canvas& canvas, proto_tree* tree);

/// Frames are numbered anew when a read filter (-R) lets only some through: no link is better than
/// a wrong one.
inline std::uint32_t before(const Canvas& canvas, std::uint32_t frame) {
  return frame < canvas.pinfo->num ? frame : 0;
}

}  // namespace sipgloss::plugin
