import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { VARIABLES } from '../src/settings/env.js';

interface Compose {
  services: Record<string, { image?: string; env_file?: unknown; environment?: Record<string, string> }>;
}

const root = resolve(__dirname, '..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap((found) => found[1] ?? []);
const known = [...VARIABLES].sort();
const { services } = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
/** What the image sets for every container. */
const fixed = namesIn(/^ENV (.*)$/m.exec(read('docker/Dockerfile'))?.[1] ?? '', /(\w+)=/g);

test('the example of the environment explains every variable, and no other', () => {
  expect(namesIn(read('config/env.example'), /^(\w+)=/gm).sort()).toEqual(known);
});

test.each(['api', 'worker', 'timer'])(
  'compose hands %s whatever docker/.env holds, and sets nothing that nobody reads',
  (role) => {
    const service = services[role];
    expect(service?.env_file).toEqual([{ path: '.env', required: false }]);
    const set = Object.keys(service?.environment ?? {});
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
    // What the image sets holds whatever the file says: a copied example must not move the port inside the container.
    expect(set).toEqual(expect.arrayContaining(fixed.filter((name) => name !== 'NODE_ENV')));
  },
);
