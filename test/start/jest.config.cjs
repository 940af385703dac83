// The built product as a person starts it: slow, on embedded servers of its own.
const base = require('../jest.config.cjs');

module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/start/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  globalSetup: undefined,
  globalTeardown: undefined,
  testTimeout: 120_000,
};
