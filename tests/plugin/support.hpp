// SPDX-License-Identifier: MIT
// What several tests share: the captures there are, SIP messages to build others from, and ways to
// read what tshark prints.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "frames.hpp"
#include "tshark.hpp"

namespace sipgloss::test {

using Lines = std::vector<std::string>;

Lines split(std::string_view text, char separator);
/// The lines of a text, without an empty last one.
Lines lines(std::string_view text);
std::string read_file(const std::filesystem::path& path);

/// The captures in samples/, sorted.
std::vector<std::filesystem::path> samples();
/// A sample of that name, where tshark may read it.
std::string sample(const std::string& name);
/// All samples one after the other in one file, where tshark may read it.
std::string all_samples();
/// The folder with captures that nobody of this project made: the environment's SIPGLOSS_CAPTURES,
/// or beside the checkout. It need not be there.
std::filesystem::path captures_folder();
/// The files in it that tshark reads, sorted.
std::vector<std::filesystem::path> captures();

/// The name of a file as the name of a test: letters, digits and "_".
std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info);

/// A request of one header field a line. `id` makes its Call-ID and branch.
std::string request(std::string_view method, unsigned id);
/// The response to it, "486 Busy Here", which breaks no rule unless `headers` or the lack of them
/// do. The CSeq's method is what breaks SYN-15 when it is ACK.
std::string response(std::string_view status, std::string_view method, unsigned id,
                     std::string_view headers = "", std::string_view body = "");

/// A response with each number of three digits, to five methods, and the requests.
Capture all_codes();

/// The numbers of the frames that a display filter lets through, a line each, as tshark's packet
/// list has them: the tree is not visible then.
Lines frames_with(const std::string& file, const std::string& filter, bool two_passes);

/// Fails unless the texts are the same, and shows the first line that differs.
void expect_same(std::string_view expected, std::string_view actual, const std::string& what);

/// Leaves out the rules that are judged by what comes later: in one pass they do not know it yet.
Arguments without_later_findings();

}  // namespace sipgloss::test
