// SPDX-License-Identifier: MIT
// The six classes of responses and the three of failures without one. RFC 3261 sections 7.2 and
// 8.1.3.1.

#include <gtest/gtest.h>

#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

TEST(Classes, AreOneToSixAndTenToTwelve) {
  std::vector<int> values;
  for (const ClassEntry& entry : classes()) values.push_back(static_cast<int>(entry.value));
  EXPECT_EQ(values, (std::vector{1, 2, 3, 4, 5, 6, 10, 11, 12}));
}

TEST(Classes, AreFoundByTheirValue) {
  for (const ClassEntry& entry : classes()) EXPECT_EQ(&entry_of(entry.value), &entry);
}

TEST(Classes, AreNamedInBothLanguages) {
  EXPECT_EQ(entry_of(ResponseClass::provisional).name, (Text{"provisional", "临时响应"}));
  EXPECT_EQ(entry_of(ResponseClass::success).name, (Text{"success", "成功响应"}));
  EXPECT_EQ(entry_of(ResponseClass::redirection).name, (Text{"redirection", "重定向"}));
  EXPECT_EQ(entry_of(ResponseClass::client_failure).name, (Text{"client failure", "请求失败"}));
  EXPECT_EQ(entry_of(ResponseClass::server_failure).name, (Text{"server failure", "服务器失败"}));
  EXPECT_EQ(entry_of(ResponseClass::global_failure).name, (Text{"global failure", "全局失败"}));
  EXPECT_EQ(entry_of(ResponseClass::connection_error).name, (Text{"connection error", "连接错误"}));
  EXPECT_EQ(entry_of(ResponseClass::host_error).name, (Text{"host error", "主机错误"}));
  EXPECT_EQ(entry_of(ResponseClass::proxy_error).name, (Text{"proxy error", "代理错误"}));
}

TEST(ClassOf, IsTheFirstDigit) {
  EXPECT_EQ(class_of(100), ResponseClass::provisional);
  EXPECT_EQ(class_of(299), ResponseClass::success);
  EXPECT_EQ(class_of(302), ResponseClass::redirection);
  EXPECT_EQ(class_of(486), ResponseClass::client_failure);
  EXPECT_EQ(class_of(503), ResponseClass::server_failure);
  EXPECT_EQ(class_of(699), ResponseClass::global_failure);
}

TEST(ClassOf, IsNoneBelow100AndAbove699) {
  for (const unsigned code : {0U, 10U, 12U, 99U, 700U, 1000U}) {
    EXPECT_EQ(class_of(code), std::nullopt) << code;
  }
}

TEST(RoleNames, NameEveryRole) {
  for (const Role role :
       {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway}) {
    int names = 0;
    for (const RoleName& entry : role_names()) names += entry.role == role ? 1 : 0;
    EXPECT_EQ(names, 1) << static_cast<int>(role);
  }
}

}  // namespace
}  // namespace sipgloss
