import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const PACKED = /\.(js|css|svg)$/;

/** Packs code and styles once, beside themselves, so that no request has to wait for it. */
export function packAssets(folder) {
  for (const name of readdirSync(folder).filter((one) => PACKED.test(one))) {
    const packed = gzipSync(readFileSync(join(folder, name)), { level: constants.Z_BEST_COMPRESSION });
    writeFileSync(join(folder, `${name}.gz`), packed);
  }
}
