// SPDX-License-Identifier: GPL-2.0-or-later
// A failure to Wireshark's tree: at the request, at the frame that shows it, at a response that
// tells of it.
#include "canvas.hpp"

namespace sipgloss::plugin {
namespace {

/// Links to the requests, where it is not the request itself that is glossed.
void add_requests(const Canvas& canvas, proto_tree* tree, const Failure& failure) {
  add_frame(canvas, tree, fields().failure_request, "失败的请求在帧",
            before(canvas, failure.request));
  for (const std::uint32_t frame : failure.more_requests)
    add_frame(canvas, tree, fields().failure_request, "失败的请求在帧", before(canvas, frame));
}

/// What is done now, and below it as if which response had come, and who says so.
void add_consequence(const Canvas& canvas, proto_tree* tree, const Failure& failure) {
  const Range line = start_line_of(canvas.gloss);
  tvbuff_t* tvb = canvas.gloss.tvb;
  proto_item* en = proto_tree_add_string(tree, fields().failure_next.en, tvb, line.offset,
                                         line.length, canvas.copy(failure.consequence.en));
  mark(en, canvas.language != Language::chinese);
  proto_item* zh = proto_tree_add_string(tree, fields().failure_next.zh, tvb, line.offset,
                                         line.length, canvas.copy(failure.consequence.zh));
  mark(zh, canvas.language != Language::english);
  proto_tree* details =
      proto_item_add_subtree(canvas.language == Language::chinese ? zh : en, failure_subtree());
  if (failure.acts_as != 0) {
    proto_item* item = proto_tree_add_uint(details, fields().failure_acts_as, tvb, line.offset,
                                           line.length, failure.acts_as);
    label_zh(canvas, item, "视同收到: %u", failure.acts_as);
    mark(item, true);
  }
  const char* cite = cite_of(canvas, failure.cite);
  proto_item* item =
      proto_tree_add_string(details, fields().failure_cite, tvb, line.offset, line.length, cite);
  label_zh(canvas, item, "依据: %s", cite);
  mark(item, true);
}

}  // namespace

void add_failure(const Canvas& canvas, proto_tree* tree) {
  if (!canvas.gloss.annotation.failure) return;
  const Failure& failure = *canvas.gloss.annotation.failure;
  add_kind(canvas, tree, fields().response_class, "类别",
           static_cast<guint32>(failure.response_class), entry_of(failure.response_class).name);
  add_text(canvas, tree, fields().failure, failure.what, start_line_of(canvas.gloss));
  add_consequence(canvas, tree, failure);
  if (canvas.gloss.standing == Standing::event) add_requests(canvas, tree, failure);
  if (failure.frame != canvas.pinfo->num)
    add_frame(canvas, tree, fields().failure_frame, "见帧", failure.frame);
}

}  // namespace sipgloss::plugin
