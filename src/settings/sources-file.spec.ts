import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { sourcesFile } from './sources-file.js';

const one = { id: 'daily', name: '日报', url: 'https://daily.example/rss', tier: 'regular', family: 'daily' };
const fits = (...sources: object[]) => sourcesFile.safeParse({ sources }).success;

describe('config/sources.yaml', () => {
  const { sources } = sourcesFile.parse(parse(readFileSync(resolve(__dirname, '../../config/sources.yaml'), 'utf8')));

  it('holds some forty sources, each address once, each in a folder', () => {
    expect(sources.length).toBeGreaterThanOrEqual(35);
    expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length);
    expect(sources.filter(({ folder }) => folder === undefined)).toEqual([]);
  });

  it('counts on few sources, of more than one publisher, for seeing at all', () => {
    const core = sources.filter(({ tier }) => tier === 'core');
    expect(core.length).toBeGreaterThanOrEqual(3);
    expect(core.length).toBeLessThanOrEqual(5);
    expect(new Set(core.map(({ family }) => family)).size).toBeGreaterThan(1);
  });

  it('lets no default dial into the office’s own network', () => {
    expect(sources.filter(({ allowPrivateNetwork }) => allowPrivateNetwork)).toEqual([]);
  });
});

describe('a sources file', () => {
  it('may name folder and expected period', () => {
    expect(fits(one)).toBe(true);
    expect(fits({ ...one, folder: '地方/县报', expectedSeconds: 3_600 })).toBe(true);
  });

  it.each([
    ['an id of a built-in source', { ...one, id: 'manual' }],
    ['an unknown key', { ...one, folders: 'x' }],
    ['an expected period below a minute', { ...one, expectedSeconds: 59 }],
    ['another protocol', { ...one, url: 'ftp://daily.example/' }],
  ])('may not hold %s', (_, source) => {
    expect(fits(source)).toBe(false);
  });

  it('may not name an id twice', () => {
    expect(fits(one, { ...one, url: 'https://other.example/' })).toBe(false);
  });
});
