import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a file whole or not at all, and onto the disk: under another name, then renamed. One that is there already stays.
 * @throws when a file of that name says something else, or when it cannot be written
 */
export async function writeOnce(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  const present = await readFile(path, 'utf8').catch(missingIsNull);
  if (present === text) return;
  if (present !== null) {
    throw new Error(
      `${path} 已存在且内容不同,请移走后查明 · is there already and says something else: move it away and find out why`,
    );
  }
  const passing = `${path}.${process.pid}.tmp`;
  try {
    await onDisk(passing, 'w', (file) => file.writeFile(text));
    await rename(passing, path);
    // The name is on the disk when the folder is.
    await onDisk(folder, 'r', async () => undefined);
  } finally {
    await rm(passing, { force: true });
  }
}

async function onDisk(path: string, flags: string, work: (file: Awaited<ReturnType<typeof open>>) => Promise<void>) {
  const file = await open(path, flags, 0o640);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function missingIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
