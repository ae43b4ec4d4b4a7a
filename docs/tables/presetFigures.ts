import { formatMoney, moneySchema, unwrap } from '@aftercare/core';
import { applyPreset, type PolicyDefinition, type PolicyPreset } from '@aftercare/policies';

/** A policy with what is different about it in one market. */
export interface PresetOfPolicy {
  readonly definition: PolicyDefinition;
  readonly preset: PolicyPreset;
  /** The name of the preset's file. */
  readonly file: string;
}

/** One figure, or several that are the same for the same reason. */
interface Figure {
  readonly names: readonly string[];
  readonly value: string;
  readonly source: string;
  readonly note: string;
  readonly asOf: string;
}

/** What a figure rests on, as the JSON has it. */
interface Basis {
  readonly asOf: string;
  readonly source: string;
  readonly note?: string;
}

/** A Markdown table of the figures of each preset: what they are, on what they rest, and when that was looked up. */
export function presetTables(presets: readonly PresetOfPolicy[]): string {
  return presets.map(presetTable).join('\n');
}

function presetTable({ definition, preset, file }: PresetOfPolicy): string {
  const figures = merged([...settingsOf(preset.settings ?? {}), ...deadlinesOf(definition, preset)]);
  const rows = figures.map(
    ({ names, value, source, note, asOf }) =>
      `| ${[names.map((name) => `\`${name}\``).join(', '), value, source, note, asOf].join(' | ')} |`,
  );
  return [
    `### ${definition.texts.title.en ?? definition.name}`,
    '',
    `\`@aftercare/policies/definitions/presets/${file}\``,
    '',
    '| figure | value | rests on | note | looked up |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function settingsOf(settings: unknown, path: readonly string[] = []): Figure[] {
  if (!isRecord(settings)) return [];
  if (isBasis(settings)) return [figure(path.join('.'), valueText(settings.value), settings)];
  return Object.entries(settings).flatMap(([key, value]) => settingsOf(value, [...path, key]));
}

function deadlinesOf(definition: PolicyDefinition, preset: PolicyPreset): Figure[] {
  const { deadlines = [] } = unwrap(applyPreset(definition, preset));
  return deadlines.flatMap(({ name, after, basis }) =>
    preset.deadlines?.[name] === undefined || basis === undefined
      ? []
      : [figure(`deadlines.${name}`, valueText(after), basis)],
  );
}

function figure(name: string, value: string, { source, note = '', asOf }: Basis): Figure {
  return { names: [name], value, source, note, asOf };
}

/** Figures one after the other that differ in nothing but the name are one row. */
function merged(figures: readonly Figure[]): Figure[] {
  const rows: Figure[] = [];
  for (const next of figures) {
    const last = rows.at(-1);
    if (last !== undefined && sameBut(last, next)) {
      rows.splice(-1, 1, { ...last, names: [...last.names, ...next.names] });
    } else rows.push(next);
  }
  return rows;
}

function sameBut(one: Figure, other: Figure): boolean {
  const text = (figure: Figure) => JSON.stringify({ ...figure, names: [] });
  return text(one) === text(other);
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (!isRecord(value)) return String(value);
  const money = moneySchema.safeParse(value);
  if (money.success) return formatMoney(money.data, 'en');
  if (typeof value.days === 'number') {
    return `${value.days} days${value.rollOver === true ? ', to a working day' : ''}`;
  }
  if (typeof value.hours === 'number') return `${value.hours} hours`;
  return Object.entries(value)
    .map(([key, part]) =>
      isRecord(part) && !('minor' in part) ? `${key} (${valueText(part)})` : `${key} ${valueText(part)}`,
    )
    .join(', ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBasis(value: object): value is Basis & { readonly value: unknown } {
  return 'value' in value && 'asOf' in value && 'source' in value;
}
