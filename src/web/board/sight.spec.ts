import type { Blindness, Calm } from '../../contract/calm.js';
import { emptyBoard } from './board-state.js';
import { blindWords, sightOf } from './sight.js';

const at = '2026-11-22T01:12:00.000Z';

function calmWith(causes: Blindness[], causeCount = causes.length): Calm {
  return {
    seeing: causes.length === 0,
    blindSince: causes[0]?.since ?? null,
    causes,
    causeCount,
    core: { watched: 3, readUntil: at },
    paused: [],
    pausedCount: 0,
    checkedAt: at,
  };
}
const unread = (name: string, since = at): Blindness => ({
  cause: 'source',
  sourceId: name,
  name,
  since,
  detail: null,
});
const backlog: Blindness = {
  cause: 'judging',
  sourceId: null,
  name: null,
  since: '2026-11-22T01:20:00Z',
  detail: null,
};

describe('what an empty board may say', () => {
  const board = { calm: calmWith([]), seq: 7, gap: false };
  const live = { state: 'live' } as const;

  it('says quiet only when the server says so, just now, of a whole board', () => {
    expect(sightOf(board, live)).toBe('seeing');
    expect(sightOf({ ...board, gap: true }, live)).toBe('unknown');
    expect(sightOf(board, { state: 'reconnecting' })).toBe('unknown');
    expect(sightOf(board, { state: 'lost', seconds: 20 })).toBe('unknown');
  });

  it('says nothing of quiet before the first word', () => {
    expect(sightOf(emptyBoard, live)).toBe('unknown');
    expect(sightOf({ ...board, seq: null }, live)).toBe('unknown');
    expect(sightOf({ ...board, calm: null }, live)).toBe('unknown');
  });

  it('stays blind until that is taken back, connected or not', () => {
    const blind = { ...board, calm: calmWith([backlog]) };
    expect(sightOf(blind, live)).toBe('blind');
    expect(sightOf(blind, { state: 'lost', seconds: 20 })).toBe('blind');
  });
});

describe('blindness in words', () => {
  const say = (key: string, words: Record<string, unknown> = {}): string =>
    key === 'list.comma' ? '、' : key === 'calm.join' ? '；' : [key, ...Object.values(words).filter(Boolean)].join('|');
  const timeOf = (iso: string): string => iso.slice(11, 16);

  it('names the sources once, since the earliest, then what else blinds us', () => {
    const calm = calmWith([unread('甲', '2026-11-22T01:10:00Z'), unread('乙'), backlog]);
    expect(blindWords(calm, say, timeOf)).toBe('calm.cause.source|01:10|甲、乙；calm.cause.judging|01:20');
  });

  it('counts the sources that it does not name, those that the board was not told by name too', () => {
    const calm = calmWith([...['甲', '乙', '丙', '丁', '戊'].map((name) => unread(name)), backlog], 41);
    expect(blindWords(calm, say, timeOf)).toBe(
      'calm.cause.source|01:12|calm.andAll|甲、乙、丙|40；calm.cause.judging|01:20',
    );
  });
});
