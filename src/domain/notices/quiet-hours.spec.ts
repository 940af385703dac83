import { quietUntil } from './quiet-hours.js';

const night = { from: '22:30', to: '07:00' };
const noon = { from: '12:00', to: '14:00' };
const beijing = (text: string) => new Date(`${text}:00+08:00`);

describe('quiet hours, by Beijing wall time', () => {
  test.each([
    [night, '2026-11-22T22:29', null],
    [night, '2026-11-22T22:30', '2026-11-23T07:00'],
    [night, '2026-11-23T00:00', '2026-11-23T07:00'],
    [night, '2026-11-23T06:59', '2026-11-23T07:00'],
    [night, '2026-11-23T07:00', null],
    [night, '2026-12-31T23:00', '2027-01-01T07:00'],
    [noon, '2026-11-22T13:59', '2026-11-22T14:00'],
    [noon, '2026-11-22T14:00', null],
    [noon, '2026-11-22T23:00', null],
  ])('%j at %s', (span, at, until) => {
    expect(quietUntil(span, beijing(at))).toEqual(until === null ? null : beijing(until));
  });
});
