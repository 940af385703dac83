import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { say } from './fault.mjs';
import { withLock } from './lock.mjs';
import { packAssets } from './pack.mjs';
import { runStep } from './run-step.mjs';

const NOT_BUILT = /(\.spec\.tsx?$)|(^src\/start(\.mjs$|\/))/;
const LOCKFILE = 'package-lock.json';

const server = {
  chinese: '构建服务端',
  english: 'building the server',
  inputs: ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json', LOCKFILE],
  skip: (path) => NOT_BUILT.test(path) || path.startsWith('src/web/'),
  output: 'dist/src/main.js',
  command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
};
const client = {
  chinese: '构建网页端',
  english: 'building the web client',
  inputs: ['src/web', 'src/contract', 'src/domain', 'tsconfig.json', LOCKFILE],
  skip: (path) => NOT_BUILT.test(path),
  output: 'dist/web/index.html',
  command: ['node_modules/vite/bin/vite.js', 'build', '-c', 'src/web/vite.config.ts', '--logLevel', 'warn'],
};

/** Builds the server, and the web client if asked, where their sources differ from what was built last. */
export async function build(root, stop, { withClient }) {
  const parts = withClient && existsSync(join(root, 'src/web/index.html')) ? [server, client] : [server];
  if (parts.every((part) => isFresh(root, part))) return;
  await withLock(
    join(root, 'dist/.start-lock'),
    async () => {
      for (const part of parts) if (!isFresh(root, part)) await buildPart(root, part, stop.signal);
    },
    stop.signal,
  );
}

async function buildPart(root, part, signal) {
  say(`正在${part.chinese}……`, `${part.english}…`);
  const hash = inputHash(root, part);
  rmSync(stampFile(root, part), { force: true });
  // The compiler trusts its notes about what it wrote, even when someone has deleted the files.
  if (!existsSync(join(root, part.output))) rmSync(join(root, 'dist/.tsbuildinfo'), { force: true });
  await runStep(part, [process.execPath, ...part.command], { cwd: root, signal });
  if (part === server) dropOrphans(root);
  if (part === client) packAssets(join(root, 'dist/web/assets'));
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root, part), hash);
}

/** Removes what was compiled from sources that are gone: a deleted migration must not run. */
function dropOrphans(root) {
  for (const folder of ['src', 'migrations']) {
    for (const path of filesUnder(root, `dist/${folder}`)) {
      const source = path.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts');
      if (source.endsWith('.ts') && !existsSync(join(root, source))) rmSync(join(root, path));
    }
  }
}

function isFresh(root, part) {
  const stamp = stampFile(root, part);
  return (
    existsSync(join(root, part.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash(root, part)
  );
}

function inputHash(root, part) {
  const hash = createHash('sha256');
  for (const path of part.inputs.flatMap((input) => filesUnder(root, input))) {
    if (!part.skip(path))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** Every file under a path, itself if it is a file, as sorted paths from the root with forward slashes. */
function filesUnder(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  return readFolder(full)
    .map((file) => relative(root, file).replaceAll(sep, '/'))
    .sort();
}

function readFolder(full) {
  try {
    const entries = readdirSync(full, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [full];
    throw error;
  }
}

const stampFile = (root, part) => join(root, part === server ? 'dist/.server-stamp' : 'dist/.web-stamp');
