// SPDX-License-Identifier: MIT
// What became of the credentials in the request where there is no challenge. RFC 3261 sections 20.6
// and 22.1, RFC 7616 section 3.5.
#include "in_message/teller.hpp"

namespace sipgloss::in_message {
namespace {

// RFC 3261 sections 21.4.4 and 22.1: a server may answer wrong credentials with 403.
void tell_forbidden(const Told& told, Telling& telling) {
  if (!told.request) return;
  const RequestFacts& request = *told.request;
  const auto proves = [](const Realms& realms, const CredentialFacts& facts) {
    return realms[0] != 0 || facts.token;
  };
  if (proves(request.realms, request.credentials) ||
      proves(request.proxy_realms, request.proxy_credentials)) {
    telling.say(
        {"The request carried credentials: either they were refused, as with a wrong "
         "password, or this user may not do this.",
         "请求带有凭证：要么凭证被拒绝（例如密码错误），要么该用户无权这样做。"});
  } else if (!request.credentials.more_realms && !request.proxy_credentials.more_realms) {
    telling.say(
        {"The request carried no proof of a password, so none was refused: look at the "
         "policy of the server and the rights of the user.",
         "请求未带可核对的凭证，所以与密码无关：请检查服务器的策略和用户的权限。"});
  }
}

// RFC 7616 section 3.5: a comma list like that behind the scheme of a challenge.
void tell_next_nonce(const Told& told, Telling& telling) {
  for (const HeaderName name :
       {HeaderName::authentication_info, HeaderName::proxy_authentication_info}) {
    const Challenge info{.raw = {}, .scheme = {}, .auth_params = told.response.value(name)};
    if (info.value("nextnonce").value_or("").empty()) continue;
    telling.say(
        {"The server gives the nonce for the next request (nextnonce): the client SHOULD "
         "use it, and is spared another challenge.",
         "服务器已给出下一个请求所用的 nonce（nextnonce）：客户端应当使用，"
         "可免去再次质询。"});
    return;
  }
}

constexpr Teller table[] = {
    {.codes = {403}, .tell = tell_forbidden},
    {.codes = {{200, 299}}, .tell = tell_next_nonce},
};

}  // namespace

constinit const std::span<const Teller> credentials{table};

}  // namespace sipgloss::in_message
