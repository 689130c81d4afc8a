// SPDX-License-Identifier: MIT
// Test data that lies outside of the tree: SIPGLOSS_CAPTURES in the environment, else the folder
// given to the compiler.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace sipgloss::test {

/// The folder with the captures; may not exist.
inline std::filesystem::path captures_folder() {
  if (const char* folder = std::getenv("SIPGLOSS_CAPTURES")) return folder;
#ifdef SIPGLOSS_CAPTURES_DIR
  return SIPGLOSS_CAPTURES_DIR;
#else
  return {};
#endif
}

/// The bytes of a file; nothing when it cannot be read.
inline std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace sipgloss::test
