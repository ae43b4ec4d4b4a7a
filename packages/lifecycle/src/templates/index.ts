export { greetingName } from './greetingName.js';
export { messageLocale } from './messageLocale.js';
export { type MessageParams, messageParamsSchema } from './messageParams.js';
export {
  type MessageParameter,
  type MessageTemplate,
  type MessageTexts,
  type MessageWording,
  messageParameterSchema,
  messageTemplateSchema,
  messageTextsSchema,
  messageWordingSchema,
  type ParameterType,
  parameterNameSchema,
  parameterTypeSchema,
} from './messageTemplate.js';
export {
  type MessageTemplates,
  parseTemplates,
  type TemplateDocument,
  type TemplateSignature,
  templateDocumentSchema,
  templatesByCode,
} from './messageTemplates.js';
export { shippedTemplates } from './shippedTemplates.js';
