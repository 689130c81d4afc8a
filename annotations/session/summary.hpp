// SPDX-License-Identifier: MIT
// A response in one line, made for a column of the packet list.
#pragma once

#include "sipgloss/annotation.hpp"

namespace sipgloss {

/// "486 Busy Here: callee is busy; next: ACK, call later", kept by the annotation. Findings come
/// before the next steps: they are what one has to know.
Text summarise(const Message& message, Annotation& annotation);

}  // namespace sipgloss
