import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  test('knows no order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, 2], c: null } })).toBe(canonicalJson({ a: { c: null, d: [1, 2] }, b: 1 }));
  });

  test('keeps the order of lists, and tells null from nothing', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: undefined })).toBe('{}');
    expect(canonicalJson({ a: null })).toBe('{"a":null}');
  });

  test('writes instants as JSON does', () => {
    expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });
});
