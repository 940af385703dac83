import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** Who may import whom: a room may import itself and the rooms before it. */
const ROOMS =
  'domain contract network channels settings database queues access journal periodic bureaus people campaigns roster ingestion search assessment stories clocks receipts incidents response notices escalation judging calm board reports watch drill roles commands main'.split(
    ' ',
  );
const ROOT = join(__dirname, '..');
const SRC = join(ROOT, 'src');
const FORBIDDEN_FOLDERS = ['common', 'utils', 'shared', 'helpers'];

const files = filesUnder(SRC).map((path) => relative(SRC, path));
const code = files.filter((file) => !isSpec(file));
const server = code.filter((file) => !file.startsWith('web/') && !isStart(file));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function isSpec(file: string): boolean {
  return /\.spec\.tsx?$/.test(file);
}

function isStart(file: string): boolean {
  return file === 'start.mjs' || file.startsWith('start/');
}

function textOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

function roomOf(file: string): string {
  return file === 'main.ts' ? 'main' : (file.split('/')[0] ?? '');
}

/** What a file imports: relative targets as paths below src, packages by name. */
function importsOf(file: string): { local: string[]; packages: string[] } {
  const specifiers = [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const local = specifiers.filter((one) => one.startsWith('.')).map((one) => targetOf(file, one));
  return { local, packages: specifiers.filter((one) => !one.startsWith('.')) };
}

function targetOf(file: string, specifier: string): string {
  const path = normalize(join(dirname(file), specifier));
  const candidates = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path, `${path}.ts`, `${path}.tsx`];
  return candidates.find((candidate) => existsSync(join(SRC, candidate))) ?? path;
}

describe('architecture', () => {
  it('knows every room', () => {
    const rooms = new Set(server.map(roomOf));
    expect([...rooms].filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it('lets a room import only itself and the rooms before it', () => {
    const wrong = server.flatMap((file) =>
      importsOf(file)
        .local.filter((target) => !target.startsWith('../'))
        .filter((target) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets the web client import only domain and contract', () => {
    const wrong = code
      .filter((file) => file.startsWith('web/'))
      .flatMap((file) =>
        importsOf(file)
          .local.filter((target) => !/^(web|domain|contract)\//.test(target))
          .map((target) => `${file} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map(code.map((file) => [file, importsOf(file).local]));
    expect(cyclesOf(graph)).toEqual([]);
  });

  it('has no barrels and no folders for everything', () => {
    expect(code.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
    expect(code.filter((file) => file.split('/').some((part) => FORBIDDEN_FOLDERS.includes(part)))).toEqual([]);
  });

  it('keeps domain free of framework, node, clock, chance and waiting', () => {
    const domain = server.filter((file) => file.startsWith('domain/'));
    expect(domain.length).toBeGreaterThan(10);
    for (const file of domain) {
      expect({ file, packages: importsOf(file).packages }).toEqual({ file, packages: [] });
      const banned = /Date\.now|new Date\(\)|Math\.random|\basync\b|\bawait\b|process\.|performance\.|setTimeout/.exec(
        withoutComments(textOf(file)),
      );
      expect({ file, banned: banned?.[0] ?? null }).toEqual({ file, banned: null });
    }
  });

  it('reads the environment only in settings and where the process begins', () => {
    const readers = server.filter((file) => /process\.env/.test(withoutComments(textOf(file))));
    const allowed = /^(settings\/|main\.ts)/;
    expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('dials outward in one place only', () => {
    // `main` and `roles` listen; the bench's bare limit is a measure, not a way out. E-mail goes to the office's own relay.
    const outward = server
      .filter((file) => !/^(network|commands\/bench)\//.test(file))
      .map((file) => [file, textOf(file)]);
    const own =
      /new (?:Agent|Client|Pool|ProxyAgent|EnvHttpProxyAgent)\(|buildConnector|globalThis\.fetch|\bhttps?\.(?:get|request)\(|(?<![.\w])fetch\(['"`\w]+[,)]/;
    expect(outward.filter(([, text]) => own.test(withoutComments(text ?? ''))).map(([file]) => file)).toEqual([]);
    const asking = outward.filter(([, text]) => /import \{[^}]*\brequest\b[^}]*\} from 'undici'/.test(text ?? ''));
    expect(asking.map(([file]) => file)).toEqual(['ingestion/fetching/fetch-feed.ts']);
    expect(asking.every(([, text]) => text?.includes('dispatcher'))).toBe(true);
  });

  it('keeps processors and ticks out of every role but their own', () => {
    const alive = server.filter((file) => /@Processor\(|@Interval\(|@Cron\(/.test(textOf(file)));
    const roles = server.filter((file) => file.startsWith('roles/')).map(textOf);
    expect(alive.length).toBeGreaterThan(2);
    expect(roles.some((text) => text.includes('VisitingModule'))).toBe(true);
    const api = textOf('roles/api.module.ts');
    expect(api).not.toMatch(/ScheduleModule|VisitingModule|JudgingWorkModule|SweepingModule|DispatchingModule/);
  });

  it('loads no reference that is only measured against in the running product', () => {
    const running = server.filter(
      (file) => file.startsWith('roles/') || (file.endsWith('.worker.ts') && !file.startsWith('commands/')),
    );
    const reached = reachedFrom(running);
    expect(reached.has('assessment/subject-classifier.ts') && reached.has('assessment/assessment.worker.ts')).toBe(
      true,
    );
    const loading = [...reached].filter((file) => importsOf(file).packages.some((one) => /^natural(\/|$)/.test(one)));
    expect(loading).toEqual([]);
    const measuring = server.filter((file) => importsOf(file).packages.some((one) => /^natural(\/|$)/.test(one)));
    expect(measuring).toEqual(['assessment/natural-opinion.ts']);
  });

  it('keeps files short', () => {
    const long = code
      .map((file) => ({ file, lines: textOf(file).split('\n').length }))
      .filter((one) => one.lines > 300);
    expect(long).toEqual([]);
  });

  it('silences no check', () => {
    expect(code.filter((file) => /eslint-disable|@ts-ignore|@ts-nocheck/.test(textOf(file)))).toEqual([]);
    const silenced = code.filter((file) => /\bas any\b|: any\b|forwardRef/.test(withoutComments(textOf(file))));
    expect(silenced).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** These files and all that they import, in whatever number of steps. */
function reachedFrom(starts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !code.includes(file)) continue;
    reached.add(file);
    waiting.push(...importsOf(file).local);
  }
  return reached;
}

function cyclesOf(graph: Map<string, string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
