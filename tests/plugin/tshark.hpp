// SPDX-License-Identifier: MIT
// Runs Wireshark's programs on captures, with the plugin of this build and with nothing of the
// user's own settings.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sipgloss::test {

using Arguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

/// What came of a program.
struct Outcome {
  std::string out;
  std::string err;
  int status = -1;  ///< the exit status; minus the signal's number where one ended it
};

/// Whether the plugin is built with sanitizers, which makes each run several times slower.
inline constexpr bool sanitized = !std::string_view(SIPGLOSS_SANITIZER_RUNTIME).empty();

/// A folder of this process alone, which everybody may read. Gone at the end.
const std::filesystem::path& private_folder();

/// Where the tested plugin lies for tshark: a copy, under the private folder.
std::filesystem::path plugin_file();

/// A copy of the file in the private folder, where tshark may read it whoever runs the tests.
/// Returns its path.
std::string adopt(const std::filesystem::path& file);

/// Writes a file into the private folder. Returns its path.
std::string place(const std::string& name, std::string_view bytes);

/// Runs a program, without a shell, for at most a minute. When the tests run as root the program
/// runs as nobody, since Wireshark ignores plugin folders of root.
Outcome run(const Arguments& command, const Environment& extra = {});

/// Runs tshark. Fails the test at hand when tshark dies, or when it or a sanitizer reports a fault
/// of a dissector.
Outcome tshark(const Arguments& arguments, const Environment& extra = {});

/// As tshark(); fails the test at hand also when the exit status is not 0. Returns stdout.
std::string tshark_text(const Arguments& arguments, const Environment& extra = {});

}  // namespace sipgloss::test
