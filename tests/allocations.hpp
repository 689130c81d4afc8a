// SPDX-License-Identifier: MIT
// Counts every operator new of a test program. For one source file of a program only: it replaces
// the operators.
#pragma once

#include <cstdlib>
#include <new>

namespace sipgloss::test {

/// How often this thread has asked for memory.
inline thread_local std::size_t allocations = 0;

inline void* counted(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace sipgloss::test

// Kept out of line: an inlined pair would look to the compiler like new matched with free. Visible,
// so that shared libraries use the same pairs.
#define SIPGLOSS_REPLACED [[gnu::noinline, gnu::visibility("default")]]
SIPGLOSS_REPLACED void* operator new(std::size_t size) { return sipgloss::test::counted(size); }
SIPGLOSS_REPLACED void* operator new[](std::size_t size) { return sipgloss::test::counted(size); }
SIPGLOSS_REPLACED void operator delete(void* memory) noexcept { std::free(memory); }
SIPGLOSS_REPLACED void operator delete[](void* memory) noexcept { std::free(memory); }
SIPGLOSS_REPLACED void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
SIPGLOSS_REPLACED void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
#undef SIPGLOSS_REPLACED
