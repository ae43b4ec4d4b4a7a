export { type Cap, type CapPolicy, capPolicySchema, capSchema, defaultCapPolicy } from './cap.js';
export { breachedCap, type CapBreach, type ChannelLimit, type CountedMessage } from './capBreach.js';
