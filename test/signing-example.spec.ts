import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSigned, readSignature, SIGNATURE_HEADER } from '../src/access/call-signature.js';
import { exampleOf } from '../src/web/intakes/signing-example.js';

/** Runs the example in a shell whose `curl` only writes down how it was called. */
function signed(secret: string): { header: string; body: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-signing-'));
  try {
    writeFileSync(join(folder, 'curl'), '#!/bin/sh\nprintf "%s\\n" "$@" > called\n', { mode: 0o755 });
    const script = exampleOf('http://127.0.0.1/', '题目').replace("SECRET='…'", `SECRET='${secret}'`);
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    execFileSync('sh', ['-ec', script], { cwd: folder, env });
    const called = readFileSync(join(folder, 'called'), 'utf8').split('\n');
    const name = `${SIGNATURE_HEADER}: `;
    const header = called.find((argument) => argument.startsWith(name)) ?? '';
    return { header: header.slice(name.length), body: readFileSync(join(folder, 'body.json')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('no openssl on this machine: the signing example is not tried');
    return false;
  }
}

(hasOpenssl() ? test : test.skip)('the example handed to services signs what it sends, as the intake reads it', () => {
  const { header, body } = signed('s3cret');
  const signature = readSignature(header);
  expect(signature && isSigned(signature, 's3cret', body)).toBe(true);
  expect(signature && isSigned(signature, 'another', body)).toBe(false);
  expect(JSON.parse(body.toString())).toMatchObject({ title: '题目', publishedAt: '2026-11-22 08:30' });
});
