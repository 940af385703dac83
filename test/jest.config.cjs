// Jest cannot load ESM-only packages on Node 20: find every one once and let SWC turn it into CommonJS.
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const esmOnly = new Set();

function findEsmPackages(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const inside = path.join(folder, entry.name);
    if (entry.name.startsWith('@')) {
      findEsmPackages(inside);
      continue;
    }
    const manifest = path.join(inside, 'package.json');
    if (!fs.existsSync(manifest)) continue;
    const { name, type } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (type === 'module') esmOnly.add(name);
    if (fs.existsSync(path.join(inside, 'node_modules'))) findEsmPackages(path.join(inside, 'node_modules'));
  }
}
findEsmPackages(path.join(root, 'node_modules'));

const esmNames = [...esmOnly].map((name) => name.replace(/[.+]/g, '\\$&')).join('|');
const common = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };
const typescript = {
  target: 'es2022',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true },
};

module.exports = {
  rootDir: root,
  testEnvironment: 'node',
  // Stories share two cores with each other: a limit on hanging, not on slowness.
  testTimeout: 60_000,
  // One process for hundreds of specs grows to several gigabytes: it is exchanged for a new one when it has grown this far.
  workerIdleMemoryLimit: '1GB',
  // Jest leaves one core to itself, but half of a story's time is the database's: on two cores two at a time take two thirds.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/{src,test}/**/*.spec.ts'],
  // The built product and the browser have configurations of their own beside them.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/browser/', '<rootDir>/test/start/'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { ...common, jsc: typescript }],
    '^.+\\.m?js$': ['@swc/jest', { ...common, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmNames})/)`],
};
