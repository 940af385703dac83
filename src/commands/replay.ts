import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readReplayItems } from './replay-items.js';
import { ReplayServer, WINDOW } from './replay-server.js';
import type { CommandIo } from './command-io.js';

const USAGE =
  '用法 · usage: npm run replay -- FILE.jsonl [--speed N] [--keep-dates] [--port P] [--write-sources FILE]\n' +
  '  --speed N   每秒发布条数，0 为一次全部（默认 10） · items a second, 0 = all at once (default 10)\n';
const TICK_MS = 100;
const DEFAULT_SPEED = 10;

interface ReplayOptions {
  file: string;
  speed: number;
  keepDates: boolean;
  port: number;
  sourcesFile: string;
}

/** Publishes recorded items as feeds on this machine until it is told to stop. @returns the exit code */
export async function replayCommand(
  argv: string[],
  io: Pick<CommandIo, 'output' | 'error'>,
  root: string,
  dataDir = join(root, '.data'),
): Promise<number> {
  const options = readOptions(argv, dataDir);
  if (!options) {
    io.error.write(USAGE);
    return 2;
  }
  const tell = (message: string): void => void io.error.write(`${message}\n`);
  try {
    const items = await readReplayItems(options.file, tell);
    const server = new ReplayServer(items, options);
    await server.start(options.port);
    await announce(server, options, tell);
    await run(server, options.speed, () => io.output.write(`done ${items.length}\n`));
    await server.close();
    return 0;
  } catch (error) {
    tell(`回放无法开始 · replay cannot start: ${(error as Error).message}`);
    return 1;
  }
}

function readOptions(argv: string[], dataDir: string): ReplayOptions | null {
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        speed: { type: 'string' },
        'keep-dates': { type: 'boolean' },
        port: { type: 'string' },
        'write-sources': { type: 'string' },
      },
    });
    const [file] = positionals;
    const speed = Number(values.speed ?? DEFAULT_SPEED);
    const port = Number(values.port ?? 0);
    const valid = file !== undefined && speed >= 0 && Number.isInteger(port) && port >= 0 && port <= 65_535;
    if (!valid) return null;
    const sourcesFile = resolve(values['write-sources'] ?? join(dataDir, 'replay-sources.yaml'));
    return { file, speed, port, sourcesFile, keepDates: values['keep-dates'] ?? false };
  } catch {
    return null;
  }
}

async function announce(
  server: ReplayServer,
  { sourcesFile, speed }: ReplayOptions,
  tell: (message: string) => void,
): Promise<void> {
  await mkdir(dirname(sourcesFile), { recursive: true });
  await writeFile(sourcesFile, server.sourcesFile());
  tell(`回放服务 · replaying at ${server.address}`);
  tell(`启动系统 · start the system with: SOURCES_FILE=${sourcesFile} JURISDICTION=nation npm start`);
  if (speed === 0) tell(`每个源只保留最近 ${WINDOW} 条 · each feed keeps its last ${WINDOW} items only`);
}

/** Releases `speed` items a second (0: all at once), then serves on; resolves on SIGINT or SIGTERM. */
async function run(server: ReplayServer, speed: number, done: () => void): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  let owed = 0;
  const release = (): void => {
    owed += (speed * TICK_MS) / 1000;
    server.release(Math.floor(owed), new Date());
    owed -= Math.floor(owed);
    if (server.isDone) finish();
  };
  const ticking = setInterval(release, TICK_MS);
  const finish = (): void => {
    clearInterval(ticking);
    done();
  };
  if (speed === 0) {
    server.releaseAll(new Date());
    finish();
  }
  await stopped;
  clearInterval(ticking);
}
