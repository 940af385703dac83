export const SIGNATURE_HEADER = 'x-huiying-signature';

/** Where a service sends its articles. @param origin of this installation, as the browser reached it */
export function addressOf(origin: string, id: string): string {
  return `${origin}/api/v1/intakes/${encodeURIComponent(id)}/articles`;
}

/** One signed call for a shell with openssl and curl; the body is read from a file so that the bytes signed are the bytes sent. */
export function exampleOf(address: string, title: string): string {
  const article = { title, text: '', url: 'https://news.example/1', publishedAt: '2026-11-22T08:30:00+08:00' };
  return [
    'SECRET=…',
    `printf '%s' '${JSON.stringify(article)}' > body.json`,
    't=$(date +%s)',
    `v1=$({ printf '%s.' "$t"; cat body.json; } | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)`,
    `curl -H 'content-type: application/json' -H "${SIGNATURE_HEADER}: t=$t,v1=$v1" \\`,
    `  --data-binary @body.json '${address}'`,
  ].join('\n');
}
