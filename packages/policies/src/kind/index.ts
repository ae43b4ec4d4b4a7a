export { defineKind } from './defineKind.js';
export {
  type EffectCommand,
  type EffectCommandName,
  effectCommandSchemas,
  isEffectCommand,
} from './effectCommands.js';
export type {
  Calculator,
  CaseSubject,
  DataOf,
  EffectShape,
  EvidenceGiven,
  Grant,
  HostFactsOf,
  Kind,
  KindBehaviour,
  KindCommand,
  KindFinding,
  KindSamples,
  KindShape,
  ReadonlyOutput,
  SettingsOf,
  ValuesOf,
  View,
} from './kind.js';
