export type { ShownValues, TextWriter } from './icuText.js';
export { type LoadedTemplate, type LoadedTexts, loadTemplates } from './loadTemplates.js';
export type { MessageInput } from './messageInput.js';
export { type RenderedMessage, renderMessage } from './renderMessage.js';
export { type SmsLength, smsSegments } from './smsSegments.js';
