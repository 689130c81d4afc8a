// SPDX-License-Identifier: MIT
// A response that breaks nothing costs no memory: operator new is counted in this test program.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "page.hpp"
#include "rules/engine.hpp"

namespace {

thread_local std::size_t allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

// Kept out of line: an inlined pair would look to the compiler like new matched with free.
[[gnu::noinline]] void* operator new(std::size_t size) { return counted(size); }
[[gnu::noinline]] void* operator new[](std::size_t size) { return counted(size); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace sipgloss::test {
namespace {

TEST(Allocations, AreNoneWhereNothingIsBroken) {
  std::size_t judged = 0;
  for (const Exchange& exchange : exchanges()) {
    if (exchange.findings != "none\n" || exchange.malformed) continue;
    const Message message = Message::parse(exchange.wire(0));
    Annotation annotation;
    judge(Seen{message}, Evidence::message, annotation);  // the index is built on first use
    const std::size_t before = allocations;
    judge(Seen{message}, Evidence::message, annotation);
    EXPECT_EQ(allocations, before) << exchange.name();
    ++judged;
  }
  EXPECT_GT(judged, 0U);
}

}  // namespace
}  // namespace sipgloss::test
