import { Buffer } from 'node:buffer';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFault } from './fetch-outcome.js';

const MOST_LAYERS = 2;
/** A body cut off in the middle still gives what had come. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

/** Real compressions that Node cannot undo; any other unknown word (`utf-8`, `none`) stands for none. */
const CANNOT = new Set(['zstd', 'compress', 'x-compress', 'dcb', 'dcz']);

function decoderOf(encoding: string): Transform | null {
  if (CANNOT.has(encoding)) {
    throw new FetchFault('malformed', `不支持的压缩方式 · unsupported content encoding: ${encoding}`);
  }
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(LENIENT);
    case 'deflate':
      return createInflate(LENIENT);
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return null;
  }
}

function decodersOf(contentEncoding: string): Transform[] {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  if (encodings.length > MOST_LAYERS) {
    throw new FetchFault(
      'malformed',
      `压缩层数过多 · too many layers of compression: ${contentEncoding.slice(0, 200)}`,
    );
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
 * The whole body, decompressed. Bytes are counted before, between and after the layers of compression as they flow, so a
 * bomb is stopped at `most` bytes and never held, wherever in the line it goes off.
 * @throws FetchFault too_large or malformed
 */
export async function readBody(body: Readable, contentEncoding: string, most: number): Promise<Uint8Array> {
  const { sink, bytes } = collector();
  await flow(body, contentEncoding, most, sink);
  return bytes();
}

/** The beginning of a body, decompressed; what goes beyond `most` bytes is not read. @throws FetchFault malformed */
export async function beginningOf(body: Readable, contentEncoding: string, most: number): Promise<Uint8Array> {
  const { sink, bytes } = collector();
  try {
    await flow(body, contentEncoding, most, sink);
  } catch (error) {
    if (!(error instanceof FetchFault) || error.kind !== 'too_large') throw error;
  }
  return bytes();
}

function flow(body: Readable, contentEncoding: string, most: number, sink: Writable): Promise<void> {
  const layers = decodersOf(contentEncoding).flatMap((decoder) => [decoder, counter(most)]);
  return pipeline([body, counter(most), ...layers, sink]);
}

function collector(): { sink: Writable; bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { sink, bytes: () => Buffer.concat(chunks) };
}
