// SPDX-License-Identifier: MIT
// Runs Wireshark's programs on captures, with the plugin of this build.
#include "tshark.hpp"

#include <fcntl.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace sipgloss::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto time_limit = std::chrono::seconds(60);
constexpr unsigned nobody = 65534;

void let_everybody_read(const fs::path& path) {
  using enum fs::perms;
  auto wanted = owner_read | owner_write | group_read | others_read;
  if (fs::is_directory(path)) wanted |= owner_exec | group_exec | others_exec;
  fs::permissions(path, wanted);
}

fs::path make_folder(const fs::path& path) {
  fs::create_directories(path);
  let_everybody_read(path);
  return path;
}

/// The private folder, with the plugin in it as Wireshark wants it: <major.minor>/epan/sipgloss.so,
/// which is how the build tree ends, too.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "sipgloss-test.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), name);
    path = name;
    let_everybody_read(path);
    make_folder(path / "home");
    make_folder(path / "captures");
    const fs::path built = SIPGLOSS_PLUGIN;
    const fs::path version = built.parent_path().parent_path().filename();
    make_folder(path / "plugins");
    make_folder(path / "plugins" / version);
    plugin = make_folder(path / "plugins" / version / "epan") / built.filename();
    fs::copy_file(built, plugin);
    let_everybody_read(plugin);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }

  fs::path path;
  fs::path plugin;
};

const Folder& folder() {
  static const Folder the_folder;
  return the_folder;
}

Environment environment() {
  const fs::path& own = folder().path;
  return {{"PATH", "/usr/bin:/bin"},
          {"HOME", own / "home"},
          {"WIRESHARK_CONFIG_DIR", own / "home"},
          {"WIRESHARK_PLUGIN_DIR", own / "plugins"},
          {"WIRESHARK_EXTCAP_DIR", own / "home"},
          {"WIRESHARK_ABORT_ON_DISSECTOR_BUG", "1"},
          {"LC_ALL", "C.UTF-8"},
          {"TZ", "UTC"}};
}

/// What tshark needs more when the plugin is built with sanitizers. Wireshark's own memory pools
/// would hide from them where an allocation ends.
Environment sanitizer_environment() {
  if (!sanitized) return {};
  return {{"LD_PRELOAD", SIPGLOSS_SANITIZER_RUNTIME},
          {"ASAN_OPTIONS", "detect_leaks=0"},
          {"UBSAN_OPTIONS", "halt_on_error=1:print_stacktrace=1"},
          {"WIRESHARK_DEBUG_WMEM_OVERRIDE", "simple"}};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// A pipe whose ends close with it.
struct Pipe {
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
      throw std::system_error(errno, std::generic_category(), "pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    for (int& end : ends) shut(end);
  }
  static void shut(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  std::array<int, 2> ends{-1, -1};
};

/// In the child: calls only what may be called between fork and exec.
[[noreturn]] void become(char* const* command, char* const* variables, int out, int err) {
  setpgid(0, 0);  // so that the time limit ends what the program has started, too
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setresgid(nobody, nobody, nobody) != 0 ||
                         setresuid(nobody, nobody, nobody) != 0)) {
    _exit(126);
  }
  execve(command[0], command, variables);
  _exit(127);
}

/// Reads both streams to their ends; false when the time is up before.
bool read_both(std::array<int*, 2> ends, std::array<std::string*, 2> texts) {
  const auto deadline = Clock::now() + time_limit;
  while (*ends[0] >= 0 || *ends[1] >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    std::array<pollfd, 2> polled = {pollfd{*ends[0], POLLIN, 0}, pollfd{*ends[1], POLLIN, 0}};
    if (left.count() <= 0 ||
        poll(polled.data(), polled.size(), static_cast<int>(left.count())) == 0)
      return false;
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].revents == 0) continue;
      std::array<char, 65536> buffer;  // NOLINT: filled by read
      const ssize_t count = read(*ends[i], buffer.data(), buffer.size());
      if (count > 0) texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      if (count == 0) Pipe::shut(*ends[i]);
    }
  }
  return true;
}

std::string join(const Arguments& command) {
  std::string line;
  for (const std::string& part : command) line += (line.empty() ? "" : " ") + part;
  return line;
}

void expect_no_fault(const Outcome& result, const std::string& command) {
  EXPECT_GE(result.status, 0) << command << "\n" << result.err;
  for (const char* report : {"ERROR: AddressSanitizer", "runtime error:", "Dissector bug"}) {
    EXPECT_EQ(result.err.find(report), std::string::npos) << command << "\n" << result.err;
  }
  EXPECT_EQ(result.out.find("[Dissector bug"), std::string::npos) << command;
}

}  // namespace

const fs::path& private_folder() { return folder().path; }
fs::path plugin_file() { return folder().plugin; }

std::string adopt(const fs::path& file) {
  const fs::path copy = folder().path / "captures" / file.filename();
  if (!fs::exists(copy)) fs::copy_file(file, copy);
  let_everybody_read(copy);
  return copy.string();
}

std::string place(const std::string& name, std::string_view bytes) {
  const fs::path path = folder().path / "captures" / name;
  std::ofstream(path, std::ios::binary) << bytes;
  let_everybody_read(path);
  return path.string();
}

Outcome run(const Arguments& command, const Environment& extra) {
  Environment variables = environment();
  for (const auto& [name, value] : extra) variables[name] = value;
  std::vector<std::string> assignments;
  assignments.reserve(variables.size());
  for (const auto& [name, value] : variables) assignments.push_back(name + "=" + value);
  std::vector<std::string> words = command;
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(assignments);

  Outcome result;
  Pipe out;
  Pipe err;
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become(argv.data(), envp.data(), out.ends[1], err.ends[1]);
  Pipe::shut(out.ends[1]);
  Pipe::shut(err.ends[1]);
  if (!read_both({&out.ends[0], &err.ends[0]}, {&result.out, &result.err})) {
    kill(-child, SIGKILL);
    result.err += "\nended by the test: the time limit is over\n";
  }
  int status = 0;
  waitpid(child, &status, 0);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return result;
}

Outcome tshark(const Arguments& arguments, const Environment& extra) {
  Arguments command = {SIPGLOSS_TSHARK};
  command.insert(command.end(), arguments.begin(), arguments.end());
  Environment variables = sanitizer_environment();
  variables.insert(extra.begin(), extra.end());
  Outcome result = run(command, variables);
  expect_no_fault(result, join(command));
  return result;
}

std::string tshark_text(const Arguments& arguments, const Environment& extra) {
  Outcome result = tshark(arguments, extra);
  EXPECT_EQ(result.status, 0) << join(arguments) << "\n" << result.err;
  EXPECT_EQ(result.err, "") << join(arguments);
  return std::move(result.out);
}

}  // namespace sipgloss::test
