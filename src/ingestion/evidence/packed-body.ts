import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** A body as it is stored: known by what it holds, compressed where that helps. */
export interface PackedBody {
  /** Of the raw bytes, in hex. */
  sha256: string;
  encoding: 'identity' | 'gzip';
  /** Raw bytes. */
  size: number;
  bytes: Uint8Array;
}

/** Stored bytes do not give the body any more that their sha256 was taken of: storage is damaged, or somebody changed them. */
export class EvidenceDamaged extends Error {
  override readonly name = 'EvidenceDamaged';

  constructor(sha256: string, why: string) {
    super(
      `证据与其指纹 sha256 ${sha256} 不符（${why}），请核查存储 · the evidence does not match its sha256: check the storage`,
    );
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of 1 (fast) to 9 (small): on real feeds the default, 6, takes two and a half times as long and saves a tenth. */
const LEVEL = 1;

/** Compresses outside the event loop. Call it before a transaction begins. */
export async function packBody(raw: Uint8Array): Promise<PackedBody> {
  const sha256 = sha256Of(raw);
  const packed = await promisify(gzip)(raw, { level: LEVEL });
  const smaller = packed.length < raw.length;
  return { sha256, encoding: smaller ? 'gzip' : 'identity', size: raw.length, bytes: smaller ? packed : raw };
}

/**
 * The raw bytes, proven.
 * @throws EvidenceDamaged when they are not what was kept
 */
export async function unpackBody({ sha256, encoding, size, bytes }: PackedBody): Promise<Uint8Array> {
  const raw = encoding === 'identity' ? bytes : await gunzipped(sha256, size, bytes);
  const found = sha256Of(raw);
  if (found !== sha256) throw new EvidenceDamaged(sha256, `现为 now ${found}`);
  return raw;
}

async function gunzipped(sha256: string, size: number, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new EvidenceDamaged(sha256, String(error));
  }
}
