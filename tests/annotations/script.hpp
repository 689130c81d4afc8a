// SPDX-License-Identifier: MIT
// Message flows in full, as UAs and proxies that follow RFC 3261 send them: for the tests of all
// rules together.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "flow.hpp"

namespace sipgloss::test {

/// Hosts, a clock and what was sent so far.
class Script {
 public:
  explicit Script(Transport transport = Transport::udp) : transport_(transport) {}

  /// Lets an address translator stand before a host: its packets come from another address and port
  /// than its messages say, and it asks for rport (RFC 3581).
  void translate(const std::string& name) { translated_.insert(name); }
  void wait(double seconds) { now_ += seconds; }
  /// A message between two hosts, 10 ms after the one before.
  void send(const std::string& from, const std::string& to, std::string bytes);
  /// "192.0.2.1:5060", the address of a host as it knows it.
  std::string address(const std::string& name);
  /// What a host puts into its Via, or the next one fills in there, for its translator.
  std::string via_parameters(const std::string& name, bool filled_in);
  /// "UDP", for Via.
  std::string_view transport() const { return transport_ == Transport::udp ? "UDP" : "TCP"; }
  /// A number that was not given out before.
  unsigned next() { return ++last_; }
  /// How many messages there are so far.
  std::uint32_t size() const { return static_cast<std::uint32_t>(steps_.size()); }
  /// All messages; the capture goes on beyond all timers, with OPTIONS and its answer on each hop.
  Flow flow();

 private:
  Endpoint host(const std::string& name);

  Transport transport_;
  double now_ = 0;
  unsigned last_ = 100;
  std::map<std::string, Endpoint> hosts_;
  std::set<std::string> translated_;
  std::deque<Flow::Step> steps_;
  std::vector<std::pair<std::string, std::string>> hops_;
};

/// Rows of header fields and a body, each row without its line end.
struct Content {
  std::vector<std::string> headers = {};
  std::string type = {};
  std::string body = {};
};

/// What a request says, wherever it is captured.
struct Request {
  std::string method;
  std::vector<std::string> path = {};  ///< the hosts from the client to the server
  std::string uri = {};
  std::string last_uri = {};  ///< on the last hop, where a proxy knows more; else empty
  std::string from = {};
  std::string to = {};
  std::string call_id = {};
  unsigned cseq = 1;
  bool records = false;                 ///< the proxies put Record-Route in
  std::vector<std::string> route = {};  ///< hosts whose URIs stand in Route
  Content content = {};
};

/// A request that is sent through all its hosts, and the responses to it.
class Sent {
 public:
  Sent(Script& script, Request request, bool send = true);

  const Request& request() const { return request_; }
  /// The request once more on one hop, as a retransmission.
  void again(std::size_t hop = 0);
  /// A response that travels from one host of the path to another, by default from end to end.
  void respond(const std::string& status, const std::string& to_tag, Content content = {},
               std::size_t from = last, std::size_t to = 0);
  /// The same response once more on one hop.
  void respond_again(std::size_t hop = 0);
  /// A final response other than 2xx to INVITE, with the ACK of each hop.
  void refuse(const std::string& status, const std::string& to_tag, Content content = {},
              std::size_t from = last, std::size_t to = 0);
  /// CANCEL and its 200 on the hops from one host of the path to the end, which has that tag.
  void cancel(const std::string& to_tag, std::size_t from = 0);
  /// The request forwarded by a proxy of the path to another host.
  Sent branch(std::size_t at, const std::string& host, const std::string& uri);

  static constexpr std::size_t last = 0xFFFF;

 private:
  std::string via(std::size_t hop, bool answered) const;
  std::string own_via(std::size_t hop, bool answered) const;
  std::string head(const std::string& method, const std::string& to) const;
  std::string requested(std::size_t hop) const;
  void acknowledge(std::size_t hop, const std::string& to);

  Script& script_;
  Request request_;
  std::vector<std::string> branches_;   ///< by hop
  std::vector<std::string> responses_;  ///< the last one, by hop
};

/// A dialog between two hosts, through proxies that stay in its path.
class Call {
 public:
  /// From the first host of the path to the last.
  Call(Script& script, std::vector<std::string> path);

  /// The request that opens the dialog.
  Request opening(const std::string& method, Content content);
  Sent open(const std::string& method, Content content);
  /// A request of either end within the dialog.
  Sent request(const std::string& end, const std::string& method, Content content = {});
  /// The ACK of either end to a 2xx.
  void ack(const std::string& end, unsigned cseq, Content content = {});
  /// A session description of either end; the version counts.
  Content sdp(const std::string& end, const std::string& direction = "sendrecv",
              std::vector<std::string> headers = {});
  /// The same description as before.
  Content same_sdp(const std::string& end, std::vector<std::string> headers = {});
  /// Contact of an end, and what a 2xx to INVITE has besides.
  std::string contact(const std::string& end);
  std::vector<std::string> abilities(const std::string& end);
  /// "sip:bob@192.0.2.4:5060".
  std::string target(const std::string& end);
  std::string tag(const std::string& end) const { return end + "-" + number_; }
  const std::string& call_id() const { return call_id_; }
  unsigned cseq(const std::string& end) { return cseq_[end]; }

 private:
  Request within(const std::string& end, const std::string& method, unsigned cseq);

  Script& script_;
  std::vector<std::string> path_;
  std::string number_;
  std::string call_id_;
  std::map<std::string, unsigned> cseq_;
  std::map<std::string, unsigned> versions_;
  std::map<std::string, std::string> directions_;
};

}  // namespace sipgloss::test
