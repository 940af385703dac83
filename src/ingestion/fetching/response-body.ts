import { Buffer } from 'node:buffer';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFault } from './fetch-outcome.js';

const MOST_LAYERS = 2;
/** A body cut off in the middle still gives what had come. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

function decoderOf(encoding: string): Transform | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(LENIENT);
    case 'deflate':
      return createInflate(LENIENT);
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'identity':
    case '':
      return null;
    default:
      throw new FetchFault('malformed', `不认识的压缩方式 · unknown content encoding: ${encoding}`);
  }
}

function decodersOf(contentEncoding: string): Transform[] {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  if (encodings.length > MOST_LAYERS) {
    throw new FetchFault('malformed', `压缩层数过多 · too many layers of compression: ${contentEncoding}`);
  }
  return encodings.reverse().flatMap((encoding) => decoderOf(encoding) ?? []);
}

/** Passes bytes on and stops the whole line once there are more than `most` of them. */
function counter(most: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      total += chunk.byteLength;
      if (total > most) done(tooLarge(most));
      else done(null, chunk);
    },
  });
}

export const tooLarge = (most: number): FetchFault =>
  new FetchFault('too_large', `超过 ${most} 字节，已停止 · stopped at ${most} bytes`);

/**
 * The whole body, decompressed. Bytes are counted before and after decompression as they flow, so a bomb is stopped at
 * `most` bytes and never held.
 * @throws FetchFault too_large or malformed
 */
export async function readBody(body: Readable, contentEncoding: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const collector = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([body, counter(most), ...decodersOf(contentEncoding), counter(most), collector]);
  return Buffer.concat(chunks);
}
