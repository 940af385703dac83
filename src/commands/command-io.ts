import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes. */
export interface CommandIo {
  input: Readable;
  output: Writable;
  error: Writable;
}
