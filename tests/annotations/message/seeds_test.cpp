// SPDX-License-Identifier: MIT
// The seeds of the fuzzer, and each of them cut and bent a little, keep the parser's promises
// without a fuzzer at hand.
#include <random>

#include "captures.hpp"
#include "invariants.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

/// The folder of the seeds: given to the compiler, else found from where this file was compiled.
std::filesystem::path seeds_folder() {
#ifdef SIPGLOSS_SEEDS_DIR
  return SIPGLOSS_SEEDS_DIR;
#else
  return std::filesystem::path(__FILE__).parent_path() / "../../fuzz/seeds";
#endif
}

std::vector<std::string> seeds() {
  std::vector<std::string> list;
  if (!std::filesystem::is_directory(seeds_folder())) return list;
  for (const auto& file : std::filesystem::directory_iterator(seeds_folder())) {
    list.push_back(bytes_of(file.path()).value_or(""));
  }
  return list;
}

TEST(Seeds, KeepTheInvariantsWhereverTheyAreCut) {
  const auto list = seeds();
  if (list.empty()) GTEST_SKIP() << "No seeds at " << seeds_folder() << ".";
  for (const std::string& seed : list) {
    for (std::size_t length = 0; length <= seed.size(); length += 5) {
      const Exact cut(std::string_view(seed).substr(0, length));
      EXPECT_EQ(broken_invariant(cut.view()), "") << seed.substr(0, length);
    }
  }
}

TEST(Seeds, KeepTheInvariantsWithAnyByteReplaced) {
  const auto list = seeds();
  if (list.empty()) GTEST_SKIP() << "No seeds at " << seeds_folder() << ".";
  constexpr std::string_view bytes("\r\n\"\\<>(),;:=*/ \t[]0\0\xFF", 22);
  std::mt19937 random(4475);
  for (const std::string& seed : list) {
    for (std::size_t at = 0; at < seed.size(); at += 3) {
      std::string bent = seed;
      bent[at] = bytes[random() % bytes.size()];
      EXPECT_EQ(broken_invariant(Exact(bent).view()), "") << bent;
    }
  }
}

}  // namespace
}  // namespace sipgloss::test
