import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CHANNELS, FAR_CHANNELS } from './channels.js';
import { statedWay } from './stated-way.js';

const files = readdirSync(__dirname);
const textOf = (file: string): string => readFileSync(resolve(__dirname, file), 'utf8');
const explained = textOf('../../config/env.example');

test('every file that says what a channel is stands in the list', () => {
  const kinds = files.filter(
    (file) => !file.includes('.spec.') && /^export const \w+ = channelKind\(/m.test(textOf(file)),
  );
  expect(kinds.map((file) => file.replace('.ts', '')).sort()).toEqual([...FAR_CHANNELS].sort());
});

test('no two channels read the same variable', () => {
  const names = CHANNELS.flatMap(({ variables }) => Object.keys(variables));
  expect(names).toEqual([...new Set(names)]);
});

describe.each(CHANNELS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  test('has a name that rows and files can hold, and one for people', () => {
    expect(name).toMatch(/^[a-z][a-z0-9_]{1,39}$/);
    expect(kind.words.zh).not.toBe('');
    expect(kind.words.en).not.toBe('');
  });

  test('has a test of its own', () => {
    expect(files).toContain(`${name}.spec.ts`);
  });

  test('reads variables that the office is told of', () => {
    const variables = Object.keys(kind.variables);
    expect(variables.filter((variable) => !explained.includes(`${variable}=`))).toEqual([]);
    if (kind.needs !== null) expect(variables).toContain(kind.needs);
  });

  test('takes no address of another form', () => {
    const read = statedWay.safeParse({ channel: name, address: 'nowhere' });
    expect(read.error?.issues.map(({ path }) => path)).toEqual([['address']]);
  });
});

test('a way by a channel that there is not is refused with those there are', () => {
  const read = statedWay.safeParse({ channel: 'pigeon', address: 'roof' });
  expect(read.error?.issues[0]?.message).toContain('email, webhook');
});
