// SPDX-License-Identifier: MIT
// Where a response comes from, and what a request repeats: what rules of single codes ask of the
// capture.
#pragma once

#include <optional>

#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {

/// Whether the final response came from behind: the same request got that code on the next hop, and
/// what there is to say of it is said there.
bool came_from_behind(const Seen& seen);

/// Whether it is proven that the element which sent the response is the UAS, so that no proxy
/// behind it changed the request: the request went straight to the address of its Request-URI in a
/// dialog, or an earlier response in the transaction named its own source in Contact. RFC 3261
/// sections 12.1.1 and 12.2.1.1.
bool is_from_the_uas(const Seen& seen);

/// A request that got a final response, both with their bytes.
struct Refused {
  const Transaction* transaction = nullptr;
  const Captured* request = nullptr;
  const Captured* response = nullptr;
};

/// What a request repeats: the one before it of the same client on the same hop, if that got a
/// final response with that code. Nothing for a request that is forwarded from a hop in the
/// capture, which is its client's, or where the bytes are no longer at hand.
std::optional<Refused> repeated_after(const Seen& seen, unsigned code);

}  // namespace sipgloss::subject
