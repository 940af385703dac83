export const SIGNATURE_HEADER = 'x-huiying-signature';

/** Where a service sends its articles. @param origin of this installation, as the browser reached it */
export function addressOf(origin: string, id: string): string {
  return `${origin}/api/v1/intakes/${encodeURIComponent(id)}/articles`;
}

/** One signed call for a shell with openssl and curl; the body is read from a file so that the bytes signed are the bytes sent. */
export function exampleOf(address: string, title: string): string {
  return [
    "cat > body.json <<'END'",
    `{"title": "${title}", "url": "https://news.example/1",`,
    ' "publishedAt": "2026-11-22 08:30", "text": "…"}',
    'END',
    "SECRET='…'; t=$(date +%s)",
    `v1=$({ printf '%s.' "$t"; cat body.json; } |`,
    `  openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)`,
    "curl -H 'content-type: application/json' \\",
    `  -H "${SIGNATURE_HEADER}: t=$t,v1=$v1" \\`,
    '  --data-binary @body.json \\',
    `  '${address}'`,
  ].join('\n');
}
