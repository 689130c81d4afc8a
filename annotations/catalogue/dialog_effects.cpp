// SPDX-License-Identifier: MIT
// What responses do to dialogs, by the method of the request. RFC 3261 sections 12, 13.2.2 and 15,
// RFC 5057 section 5, RFC 6141 section 4.7, RFC 6228 and RFC 6665.

#include <algorithm>
#include <array>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {

namespace {

using enum Method;

struct Effect {
  DialogEffect value;
  Few<Sentence, 13> sentences;
};

// The method and the response alone do not tell whether the request was sent within a dialog: each
// sentence says when it holds.
constexpr Set<Method> all_but_invite = {ack,   bye,     cancel,  register_, options,
                                        prack, update,  info,    subscribe, notify,
                                        refer, message, publish, other};

// What can be sent within a dialog and concern it (RFC 5057 section 5.3): not CANCEL and REGISTER.
constexpr Set<Method> in_dialog = {invite,    bye,    options, prack,   update,  info,
                                   subscribe, notify, refer,   message, publish, other};
constexpr Set<Method> in_dialog_but_bye = {invite, options, prack,   update,  info, subscribe,
                                           notify, refer,   message, publish, other};

// Requests that belong neither to a session nor to a subscription (RFC 5057 section 5.3).
constexpr Set<Method> of_no_usage = {options, message, publish, other};

constexpr Sentence ack_is_not_answered = {
    .en = "An ACK gets no response, so none can affect its dialog.",
    .zh = "ACK 没有响应，也就没有响应会影响其对话。",
    .methods = {ack},
    .cite = {3261, "17"}};

constexpr Sentence cancel_is_its_own = {
    .en = "It does nothing to a dialog: the CANCEL is a transaction of its own.",
    .zh = "对对话没有影响：CANCEL 自成事务。",
    .methods = {cancel},
    .cite = {3261, "9.1"}};

constexpr Sentence register_opens_none = {
    .en = "It does nothing to a dialog: a REGISTER does not establish one.",
    .zh = "对对话没有影响：REGISTER 不建立对话。",
    .methods = {register_},
    .cite = {3261, "10.2"}};

constexpr Sentence early_dialogs_end = {
    .en = "If the INVITE is an initial one, all early dialogs that it has created end.",
    .zh = "若是初始 INVITE，它所建立的早期对话全部结束。",
    .methods = {invite},
    .cite = {3261, "12.3"}};

constexpr Sentence nothing_comes_about = {
    .en = "Outside a dialog, neither a dialog nor a subscription comes about.",
    .zh = "在对话外，不会建立对话，也不会建立订阅。",
    .methods = {subscribe, refer},
    .cite = {6665, "4.1.2.1"}};

constexpr Sentence bye_has_been_sent = {
    .en =
        "Whatever the response, the sender of the BYE has left the session as soon as it sent it.",
    .zh = "无论响应如何，BYE 的发送方在发出 BYE 时就已退出会话。",
    .methods = {bye},
    .cite = {3261, "15.1.1"}};

constexpr auto effects = std::to_array<Effect>({
    {
        .value = DialogEffect::none,
        .sentences =
            {
                {.en = "No dialog begins or ends with it.",
                 .zh = "没有对话因它而建立或结束。",
                 .cite = {3261, "12"}},
            },
    },
    {
        .value = DialogEffect::creates_early,
        .sentences =
            {
                {.en = "If the INVITE is an initial one and To has a tag, it creates an early "
                       "dialog.",
                 .zh = "若是初始 INVITE，且 To 带有 tag，则建立一个早期对话。",
                 .methods = {invite},
                 .cite = {3261, "12.1"}},
                {.en =
                     "Each further tag in To, as after forking, stands for one more early dialog.",
                 .zh = "To 中每出现一个新的 tag（例如请求被分叉），就多一个早期对话。",
                 .methods = {invite},
                 .cite = {3261, "13.2.2.1"}},
                {.en = "Within a dialog, it creates none; if sent reliably, it moves the remote "
                       "target to its Contact.",
                 .zh = "在对话内，它不新建对话；若以可靠方式发送，则把远端目标更新为其 Contact。",
                 .methods = {invite},
                 .cite = {6141, "4.7"}},
                {.en =
                     "It creates no dialog: only INVITE gets provisional responses other than 100.",
                 .zh = "它不建立对话：只有 INVITE 可得到 100 以外的临时响应。",
                 .methods = all_but_invite,
                 .cite = {4320, "4.1"}},
            },
    },
    {
        .value = DialogEffect::ends_one_early,
        .sentences =
            {
                {.en = "It ends the early dialog that the tag in To names, and no other; no BYE is "
                       "needed.",
                 .zh = "它结束 To 的 tag 所标识的早期对话，不影响其他对话，也无需发送 BYE。",
                 .methods = {invite},
                 .cite = {6228, "4"}},
                {.en = "If the UAC knows no early dialog with that tag, it discards an unreliable "
                       "199.",
                 .zh = "若 UAC 没有与该 tag 对应的早期对话，则丢弃不可靠发送的 199。",
                 .methods = {invite},
                 .cite = {6228, "4"}},
                {.en = "It does not concern confirmed dialogs: it is a response to an initial "
                       "INVITE.",
                 .zh = "它与已确认的对话无关：它只是对初始 INVITE 的响应。",
                 .methods = {invite},
                 .cite = {6228, "5"}},
                {.en = "It ends no dialog: only INVITE gets provisional responses other than 100.",
                 .zh = "它不结束对话：只有 INVITE 可得到 100 以外的临时响应。",
                 .methods = all_but_invite,
                 .cite = {4320, "4.1"}},
            },
    },
    {
        .value = DialogEffect::confirms,
        .sentences =
            {
                {.en = "If the INVITE is an initial one, it confirms the early dialog with the "
                       "same tag in To, or creates a confirmed dialog if there is none.",
                 .zh = "若是初始 INVITE，它使 To 的 tag 相同的早期对话转为已确认；"
                       "没有这样的早期对话，则建立一个已确认的对话。",
                 .methods = {invite},
                 .cite = {3261, "13.2.2.4"}},
                {.en = "Other early dialogs of that INVITE that are not confirmed end at the "
                       "latest 64*T1 (32 s by default) after its first 2xx.",
                 .zh = "该 INVITE 的其他早期对话若未得到确认，"
                       "最迟在首个 2xx 之后 64*T1（默认 32 秒）结束。",
                 .methods = {invite},
                 .cite = {3261, "13.2.2.4"}},
                {.en = "Within a dialog, it moves the remote target to the Contact of the "
                       "response, if there is one.",
                 .zh = "在对话内，若响应带有 Contact，它把远端目标更新为该 Contact。",
                 .methods = {invite, update, subscribe, notify, refer},
                 .cite = {6141, "4.7"}},
                {.en = "It completes the BYE: the session is over, and the dialog too, unless a "
                       "subscription still uses it.",
                 .zh = "BYE 至此完成：会话结束；如果没有订阅还在使用该对话，对话也随之结束。",
                 .methods = {bye},
                 .cite = {5057, "5.5"}},
                {.en = "Outside a dialog, it accepts the subscription; the subscriber's dialog "
                       "comes with the NOTIFY.",
                 .zh = "在对话外，它只表示接受订阅；订阅方的对话由随后的 NOTIFY 建立。",
                 .methods = {subscribe},
                 .cite = {6665, "4.4.1"}},
                {.en = "Outside a dialog, the NOTIFY that follows creates dialog and subscription; "
                       "with Refer-Sub: false, neither comes about.",
                 .zh = "在对话外，对话和订阅由随后的 NOTIFY 建立；"
                       "响应带有 Refer-Sub: false 时，两者都不建立。",
                 .methods = {refer},
                 .cite = {4488, "4"}},
                {.en = "In answer to the first NOTIFY of a subscription, it creates the "
                       "subscription's dialog if there is none yet, unless Subscription-State is "
                       "terminated.",
                 .zh = "对订阅的首个 NOTIFY，若尚无对话，它建立该订阅的对话，"
                       "除非 Subscription-State 为 terminated。",
                 .methods = {notify},
                 .cite = {6665, "4.4.1"}},
                {.en = "In answer to a NOTIFY whose Subscription-State is terminated, the "
                       "subscription is over, and the dialog too, unless something else uses it.",
                 .zh = "对 Subscription-State 为 terminated 的 NOTIFY，订阅至此结束；"
                       "对话若无他用，也随之结束。",
                 .methods = {notify},
                 .cite = {6665, "4.4.1"}},
                {.en = "It leaves a dialog as it is: this method neither opens nor ends one.",
                 .zh = "对话保持不变：此方法既不建立也不结束对话。",
                 .methods = {prack, info, options, message, publish},
                 .cite = {3261, "12.2"}},
                {.en = "What it does to a dialog is laid down where the method is defined.",
                 .zh = "它对对话有何影响，由定义该方法的规范规定。",
                 .methods = {other},
                 .cite = {3261, "12.1"}},
                ack_is_not_answered,
                cancel_is_its_own,
                register_opens_none,
            },
    },
    {
        .value = DialogEffect::redirects,
        .sentences =
            {
                early_dialogs_end,
                nothing_comes_about,
                {.en = "Within a dialog, its effect is not well understood; it concerns the whole "
                       "dialog, with all sessions and subscriptions in it.",
                 .zh = "在对话内，其效果尚无明确的共识；它涉及整个对话，包括其中所有的会话和订阅。",
                 .methods = in_dialog,
                 .cite = {5057, "5.1"}},
                {.en = "Within a dialog, a client that tries the addresses in Contact still uses "
                       "the dialog's route set.",
                 .zh = "在对话内，客户端改试 Contact 中的地址时，仍使用该对话的路由集。",
                 .methods = in_dialog,
                 .cite = {3261, "12.2.1.2"}},
                bye_has_been_sent,
                ack_is_not_answered,
                cancel_is_its_own,
                register_opens_none,
            },
    },
    {
        .value = DialogEffect::ends_transaction,
        .sentences =
            {
                early_dialogs_end,
                nothing_comes_about,
                {.en = "Within a dialog, it ends this transaction only: the dialog goes on, with "
                       "its session and its subscriptions.",
                 .zh = "在对话内，它只结束本事务：对话及其会话和订阅照常继续。",
                 .methods = in_dialog_but_bye,
                 .cite = {5057, "5.1"}},
                {.en = "A subscription that the request was to refresh stays valid until its last "
                       "known expiration time.",
                 .zh = "若该请求用于刷新订阅，原订阅在最近已知的有效时间内仍然有效。",
                 .methods = {subscribe},
                 .cite = {6665, "4.1.2.2"}},
                bye_has_been_sent,
                {.en = "At the peer nothing has ended: a request that is rejected changes no state "
                       "there.",
                 .zh = "对端并未结束会话：请求被拒绝时，对端的状态不作任何改变。",
                 .methods = {bye},
                 .cite = {3261, "12.2.2"}},
                ack_is_not_answered,
                cancel_is_its_own,
                register_opens_none,
            },
    },
    {
        .value = DialogEffect::ends_usage,
        .sentences =
            {
                early_dialogs_end,
                nothing_comes_about,
                {.en = "Within a dialog, it ends the session, unless it is a 489; subscriptions in "
                       "the same dialog go on.",
                 .zh = "在对话内，它结束会话（489 除外）；同一对话中的订阅照常继续。",
                 .methods = {invite},
                 .cite = {5057, "5.1"}},
                {.en = "A 480 or 481 ends the session; a 405 or 501 does so only if the session "
                       "cannot do without this method.",
                 .zh = "480 和 481 结束会话；405 和 501 只在会话离不开该方法时才结束会话。",
                 .methods = {prack, update, info},
                 .cite = {5057, "5.1"}},
                {.en = "The session is over, and the dialog too, unless a subscription still uses "
                       "it.",
                 .zh = "会话结束；如果没有订阅还在使用该对话，对话也随之结束。",
                 .methods = {bye},
                 .cite = {5057, "5.1"}},
                {.en = "Within a dialog, it ends the subscription that the request refreshes or "
                       "reports on; what else is in the dialog goes on.",
                 .zh = "在对话内，它结束该请求所刷新或通知的订阅；对话中的其他会话和订阅照常继续。",
                 .methods = {subscribe, notify},
                 .cite = {5057, "5.1"}},
                {.en = "Within a dialog, no subscription comes about; only a 481 tells that the "
                       "peer does not know the dialog.",
                 .zh = "在对话内，不会建立订阅；只有 481 说明对端不认识该对话。",
                 .methods = {refer},
                 .cite = {3261, "12.2.2"}},
                {.en = "Within a dialog, it ends this transaction only: this method belongs to no "
                       "session and no subscription.",
                 .zh = "在对话内，它只结束本事务：此方法不属于任何会话或订阅。",
                 .methods = of_no_usage,
                 .cite = {5057, "5.3"}},
                ack_is_not_answered,
                cancel_is_its_own,
                register_opens_none,
            },
    },
    {
        .value = DialogEffect::ends_dialog,
        .sentences =
            {
                early_dialogs_end,
                nothing_comes_about,
                {.en = "Within a dialog, it ends the dialog with all sessions and subscriptions in "
                       "it: the remote target, or the way to it, is wrong.",
                 .zh = "在对话内，它结束整个对话，包括其中所有的会话和订阅："
                       "远端目标或通往它的路由有误。",
                 .methods = in_dialog,
                 .cite = {5057, "5.1"}},
                ack_is_not_answered,
                cancel_is_its_own,
                register_opens_none,
            },
    },
    {
        .value = DialogEffect::acts_as_timeout,
        .sentences =
            {
                early_dialogs_end,
                nothing_comes_about,
                {.en = "Within a dialog, it acts like a timeout: the UAC SHOULD terminate the "
                       "dialog by sending BYE.",
                 .zh = "在对话内，它等同于超时：UAC 应当发送 BYE 终止对话。",
                 .methods = {invite, prack, update, info},
                 .cite = {3261, "12.2.1.2"}},
                {.en = "The UAC MUST consider the session and the dialog terminated.",
                 .zh = "UAC 必须视会话和对话为已终止。",
                 .methods = {bye},
                 .cite = {3261, "15.1.1"}},
                {.en = "RFC 5057 narrows that to the session: subscriptions in the same dialog go "
                       "on.",
                 .zh = "RFC 5057 将其限于会话：同一对话中的订阅照常继续。",
                 .methods = {invite, bye, prack, update, info},
                 .cite = {5057, "5.2"}},
                {.en = "A subscription that the request was to refresh ends, unless a NOTIFY comes "
                       "within 64*T1 of the SUBSCRIBE (Timer N).",
                 .zh = "若该请求用于刷新订阅，自 SUBSCRIBE 起 64*T1（Timer N）"
                       "内没有 NOTIFY 到来，订阅即告结束。",
                 .methods = {subscribe},
                 .cite = {6665, "4.1.2.2"}},
                {.en = "As after a timeout, the notifier SHOULD remove the subscription.",
                 .zh = "与超时一样，通知方应当删除该订阅。",
                 .methods = {notify},
                 .cite = {6665, "4.2.2"}},
                {.en = "Within a dialog, no subscription comes about; a session in the same dialog "
                       "goes on.",
                 .zh = "在对话内，不会建立订阅；同一对话中的会话照常继续。",
                 .methods = {refer},
                 .cite = {5057, "5.2"}},
                {.en = "Within a dialog, it ends no session and no subscription: this method "
                       "belongs to none.",
                 .zh = "在对话内，它不影响会话和订阅：此方法不属于任何会话或订阅。",
                 .methods = of_no_usage,
                 .cite = {5057, "5.2"}},
                ack_is_not_answered,
                cancel_is_its_own,
                register_opens_none,
            },
    },
});

constexpr bool in_order_of_the_enumerators() {
  std::size_t position = 0;
  return std::ranges::all_of(effects, [&position](const Effect& effect) {
    return static_cast<std::size_t>(effect.value) == position++;
  });
}
static_assert(in_order_of_the_enumerators() &&
                  effects.back().value == DialogEffect::acts_as_timeout,
              "sentences for each DialogEffect, in the same order");

constexpr bool is_sentence(const Sentence& sentence) {
  return well_formed(sentence.text()) && sentence.en.ends_with('.') &&
         sentence.zh.ends_with("。") && !sentence.cite.empty();
}
static_assert(std::ranges::all_of(effects,
                                  [](const Effect& effect) {
                                    return std::ranges::all_of(effect.sentences, is_sentence);
                                  }),
              "effects: every sentence in both languages and short enough, with its citation");

constexpr bool speaks_of_every_method(const Effect& effect) {
  for (auto method = std::uint8_t{0}; method <= static_cast<std::uint8_t>(other); ++method) {
    if (std::ranges::none_of(effect.sentences, [method](const Sentence& sentence) {
          return sentence.speaks_of(static_cast<Method>(method));
        })) {
      return false;
    }
  }
  return true;
}
static_assert(std::ranges::all_of(effects, speaks_of_every_method),
              "effects: at least one sentence for each method");

}  // namespace

std::span<const Sentence> sentences_of(DialogEffect effect) {
  const auto& sentences = effects[static_cast<std::size_t>(effect)].sentences;
  return {sentences.begin(), sentences.size()};
}

}  // namespace sipgloss
