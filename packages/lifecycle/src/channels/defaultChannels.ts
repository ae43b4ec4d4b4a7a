import type { ChannelDefinition } from './channel.js';

/**
 * The channels that the shipped care rules name. A shop changes what differs with its providers: at a Chinese gateway, for
 * one, English texts count as Chinese ones do (`counting: 'characters'`).
 *
 * - `app_push`: up to 240 characters, of which phones show the first lines;
 * - `sms`: signed in front as Chinese law asks, Latin texts counted in GSM's 7-bit alphabet;
 * - `email`: signed at its end;
 * - `wechat`: one message a day and four a month, the limit of a service account;
 * - `service_desk`: a note for the shop's own staff.
 *
 * @example
 * ```ts
 * import { defaultChannels } from '@aftercare/lifecycle';
 *
 * const shopChannels = defaultChannels.filter(({ code }) => code !== 'wechat');
 * shopChannels.map(({ code }) => code); // => ['app_push', 'sms', 'email', 'service_desk']
 * ```
 */
export const defaultChannels: readonly ChannelDefinition[] = [
  {
    code: 'app_push',
    reaches: 'customer',
    maxCharacters: 240,
    optOut: { en: ' Notifications can be turned off in Settings.', 'zh-CN': '可在“设置”中关闭通知。' },
  },
  {
    code: 'sms',
    reaches: 'customer',
    maxCharacters: 500,
    sms: { counting: 'gsm_7' },
    signature: { place: 'before', en: '{shopName}: ', 'zh-CN': '【{shopName}】' },
    optOut: { en: ' Reply STOP to opt out', 'zh-CN': '拒收请回复R' },
  },
  {
    code: 'email',
    reaches: 'customer',
    signature: { place: 'after', en: '\n\n{shopName}', 'zh-CN': '\n\n{shopName}' },
    optOut: {
      en: '\n\nIf you no longer wish to receive offers by email, reply to this message with STOP.',
      'zh-CN': '\n\n如不希望再收到优惠邮件，请回复本邮件“退订”。',
    },
  },
  {
    code: 'wechat',
    reaches: 'customer',
    maxPerDay: 1,
    maxPerMonth: 4,
    maxCharacters: 600,
    optOut: { en: '\nReply STOP to opt out.', 'zh-CN': '\n回复“退订”即可不再接收优惠消息。' },
  },
  { code: 'service_desk', reaches: 'staff' },
];
