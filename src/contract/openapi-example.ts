import { EXAMPLE_WORDS } from './openapi-words.js';

/** The parts of a JSON Schema that an example is made from. */
interface Schema {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  examples?: readonly unknown[];
  format?: string;
  minimum?: number;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  prefixItems?: readonly Schema[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
}

/** Where a choice is free: a grave case that is worked on, and the exit that says most. */
const PREFERRED: readonly unknown[] = ['II', 'confirmed', 'drafting', 'transferred_out'];

const ID = '7b0e6a52-3c1d-4f7e-9a64-2d5b8c90e1f3';
const FORMATS: Record<string, string> = {
  uuid: ID,
  'date-time': '2026-11-22T06:05:09.000Z',
  date: '2026-11-22',
  uri: 'https://www.example.gov.cn/tongbao/1.html',
};

/**
 * A value that the schema takes, as an office might send or read it: what is free text follows from the name of its field.
 * @param schema JSON Schema without references
 */
export function exampleOf(schema: object, name = ''): unknown {
  const one = schema as Schema;
  const type = typeof one.type === 'object' ? one.type.find((each) => each !== 'null') : one.type;
  if (one.const !== undefined) return one.const;
  if (one.examples) return one.examples[0];
  if (one.enum) return one.enum.find((each) => PREFERRED.includes(each)) ?? one.enum[0];
  const choice = one.anyOf ?? one.oneOf;
  if (choice) return exampleOf(choice.find(({ type }) => type !== 'null') ?? {}, name);
  if (one.allOf) return Object.assign({}, ...one.allOf.map((part) => exampleOf(part, name)));
  if (type === 'object') return objectOf(one, name);
  if (type === 'array') return arrayOf(one, name);
  if (type === 'boolean') return one.default ?? true;
  if (type === 'integer' || type === 'number') return Math.max(numberOf(name), one.minimum ?? 0);
  if (type === 'string') return textOf(one, name);
  return {};
}

function textOf({ format = '' }: Schema, name: string): string {
  if (format === 'date-time' && LATER.test(name)) return '2026-11-22T11:05:09.000Z';
  const anyText = /By$/.test(name) ? ID : '说明';
  return FORMATS[format] ?? EXAMPLE_WORDS[name] ?? anyText;
}

/** Instants that lie behind the one that a thing began at. */
const LATER = /^(?:to|dueAt|adviseBy|answerBy|endsAt|endedAt|metAt|until)$/;

function objectOf({ properties, additionalProperties, propertyNames }: Schema, name: string): unknown {
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, held]) => [key, exampleOf(held, key)]));
  if (typeof additionalProperties !== 'object') return {};
  const keys = propertyNames?.enum ?? [exampleOf(propertyNames ?? { type: 'string' }, name)];
  return Object.fromEntries(keys.map((key) => [key, exampleOf(additionalProperties, name)]));
}

function arrayOf({ items, prefixItems }: Schema, name: string): unknown[] {
  if (prefixItems) return prefixItems.map((one) => exampleOf(one, name));
  return items ? [exampleOf(items, name)] : [];
}

const NUMBERS: Record<string, number> = { version: 3, limit: 50, seq: 1024, minutes: 42, port: 443 };
const numberOf = (name: string): number => NUMBERS[name] ?? 1;
