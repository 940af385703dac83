/** Headers of bytes that came from outside: whatever they are, no browser shows or runs them in place. */
export const INERT_HEADERS = {
  'content-type': 'application/octet-stream',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};
