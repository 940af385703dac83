import { resolve } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { loadRules, type Rules } from '../settings/rules.js';
import { assessCommand } from './assess.js';
import { clusterCommand } from './cluster.js';
import type { CommandIo } from './command-io.js';

type Command = (argv: string[], io: CommandIo, rules: Rules) => Promise<number>;
type Answer = Record<string, unknown>;

const rules = loadRules(resolve(__dirname, '../../config'));

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function run(
  command: Command,
  lines: unknown[],
  argv: string[] = [],
): Promise<{ code: number; answers: Answer[]; error: string }> {
  const input = Readable.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`));
  const output = new Collected();
  const error = new Collected();
  const code = await command(argv, { input, output, error }, rules);
  const answers = output.text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
  return { code, answers, error: error.text };
}

const cinema = {
  id: 'a',
  title: '湖南长沙一影院发生火灾 已致11人死亡',
  text: '3月4日21时10分许,湖南省长沙市一影院发生火灾。截至目前,火灾已造成11人死亡、6人受伤。',
  published: '2026-03-05 08:00',
  source: '样例',
};
const factory = { ...cinema, id: 7, title: '湖南长沙一竹器厂发生火灾 已致11人死亡', text: '' };

describe('assess', () => {
  test('answers one line for each line, in order, with exactly the keys of the wire', async () => {
    const { code, answers } = await run(assessCommand, [cinema, factory]);
    expect(code).toBe(0);
    expect(answers.map((answer) => answer['id'])).toEqual(['a', 7]);
    expect(Object.keys(answers[0] ?? {})).toEqual(
      (
        'id is_incident in_scope phase scope deaths missing serious_injuries injuries economic_loss_yuan poisoned occurred_at ' +
        'level alert focus lead co spans'
      ).split(' '),
    );
    expect(answers[0]).toMatchObject({
      is_incident: true,
      in_scope: true,
      deaths: 11,
      injuries: 6,
      level: 'II',
      alert: true,
    });
    expect(answers[0]).toMatchObject({ lead: 'FILM', occurred_at: '2026-03-04T13:10:00.000Z', missing: null });
    expect(String((answers[0]?.['spans'] as Answer)['deaths'])).toContain('11');
  });

  test('judges the nation unless told to judge the office', async () => {
    const nation = await run(assessCommand, [factory]);
    const office = await run(assessCommand, [factory, cinema], ['--jurisdiction', 'office']);
    expect(nation.answers.map((answer) => answer['alert'])).toEqual([true]);
    expect(office.answers.map((answer) => answer['alert'])).toEqual([false, true]);
  });

  test('a bad line is told and the run goes on', async () => {
    const { code, answers } = await run(assessCommand, ['{"id":', { id: 3 }, [1], '', cinema]);
    expect(code).toBe(0);
    expect(answers.map((answer) => [answer['id'], typeof answer['error']])).toEqual([
      [null, 'string'],
      [3, 'string'],
      [null, 'string'],
      ['a', 'undefined'],
    ]);
  });

  test('wrong arguments are answered with the usage and 2', async () => {
    const { code, answers, error } = await run(assessCommand, [cinema], ['--jurisdiction', 'moon']);
    expect([code, answers.length]).toEqual([2, 0]);
    expect(error).toContain('--jurisdiction office|nation');
  });

  test('ends quietly when the reader goes away', async () => {
    const output = new PassThrough({ highWaterMark: 64 });
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    const input = Readable.from(Array.from({ length: 50 }, () => `${JSON.stringify(cinema)}\n`));
    await expect(assessCommand([], { input, output, error: new Collected() }, rules)).resolves.toBe(0);
  });

  test('waits for a slow reader', async () => {
    const output = new PassThrough({ highWaterMark: 64 });
    const input = Readable.from(Array.from({ length: 20 }, () => `${JSON.stringify(factory)}\n`));
    const done = assessCommand([], { input, output, error: new Collected() }, rules).then(() => output.end());
    let text = '';
    for await (const chunk of output) text += String(chunk);
    await done;
    expect(text.split('\n').filter(Boolean)).toHaveLength(20);
  });
});

describe('cluster', () => {
  test('joins articles on one happening and answers in the order of the input', async () => {
    const other = { id: 'b', title: '青海西宁一仓库着火', date: '2026-03-05' };
    const { code, answers } = await run(clusterCommand, [
      factory,
      other,
      'oops',
      { ...cinema, title: '长沙火灾遇难人数升至12人' },
    ]);
    expect(code).toBe(0);
    const [first, second, fault, fourth] = answers;
    expect(answers.map((answer) => answer['id'])).toEqual([7, 'b', null, 'a']);
    expect(fourth?.['cluster']).toBe(first?.['cluster']);
    expect(second?.['cluster']).not.toBe(first?.['cluster']);
    expect(fault).toHaveProperty('error');
  });
});
