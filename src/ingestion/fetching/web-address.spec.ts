import { redirectNotes, redirectTarget, webAddress } from './web-address.js';

const at = new URL('https://county.example/rss');

test('credentials and fragments never travel', () => {
  expect(webAddress('http://user:secret@county.example/rss#top').href).toBe('http://county.example/rss');
});

test.each([
  'file:///etc/passwd',
  'gopher://county.example/',
  'javascript:alert(1)',
  'data:text/xml,<rss/>',
  'ftp://county.example/',
])('%s is not for a feed reader', (written) => {
  expect(() => webAddress(written)).toThrow(/only http and https/);
});

test('a redirect is told where a person has to know of it', () => {
  const to = (location: string) => redirectTarget(location, at);
  expect(redirectNotes(302, at, to('/new'))).toEqual([]);
  expect(redirectNotes(301, at, to('/new'))).toEqual([expect.stringContaining('https://county.example/new')]);
  expect(redirectNotes(302, at, to('http://county.example/rss'))).toEqual([
    expect.stringMatching(/不加密.* plain http: county/),
  ]);
  expect(redirectNotes(308, at, to('http://other.example/'))).toHaveLength(2);
});
