export { type ChannelDefinition, channelSchema, type SmsCounting, smsCountingSchema } from './channel.js';
export { channelsSchema, parseChannels } from './channels.js';
export { defaultChannels } from './defaultChannels.js';
