import { BadRequestException, ConflictException, HttpException, NotFoundException } from '@nestjs/common';
import { z } from 'zod';
import { problemOf } from './problem.js';
import { ZodPipe } from './zod-pipe.js';

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('problem details', () => {
  test('our own words go out, a library’s are replaced by the standard ones', () => {
    expect(problemOf(new ConflictException('版本已过期 · stale version'))).toMatchObject({
      status: 409,
      type: 'about:blank',
      detail: '版本已过期 · stale version',
    });
    expect(problemOf(new NotFoundException('Cannot GET /x'))).toMatchObject({
      status: 404,
      title: '未找到 · Not found',
      detail: expect.stringContaining('没有这个地址'),
    });
  });

  test('an unexpected error tells nothing of itself', () => {
    const told = JSON.stringify(problemOf(new Error('password=hunter2 at /srv/app.js 中文')));
    expect(told).not.toMatch(/hunter2|srv|中文/);
    expect(problemOf(new HttpException('连接串 postgres://…', 500)).detail).not.toContain('postgres');
    expect(problemOf('a string').status).toBe(500);
  });

  test('a database that is away makes it "unavailable", not "broken"', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const stopped = Object.assign(new Error('query failed'), {
      driverError: Object.assign(new Error(), { code: '57P01' }),
    });
    expect(
      [refused, stopped, new Error('Connection terminated unexpectedly')].map((one) => problemOf(one).status),
    ).toEqual([503, 503, 503]);
  });

  test('a body that is no JSON is named as such', () => {
    const cause = new SyntaxError('Unexpected token }');
    expect(problemOf(new BadRequestException('Unexpected token }', { cause })).detail).toContain('JSON');
  });

  test('every fault of a body is listed at once, Chinese first', () => {
    const schema = z.object({ title: z.string().min(2), place: z.object({ city: z.string() }) });
    const problem = problemOf(thrownBy(() => new ZodPipe(schema).transform({ title: 'x', place: {} })));
    expect(problem.status).toBe(400);
    expect(problem.faults?.map((fault) => fault.path)).toEqual(['title', 'place.city']);
    for (const { message } of problem.faults ?? []) expect(message).toMatch(/\p{Script=Han}.* · \w/u);
  });

  test('a missing body counts as an empty one; unknown keys are dropped', () => {
    const schema = z.object({ note: z.string().default('-') });
    expect(new ZodPipe(schema).transform(undefined)).toEqual({ note: '-' });
    expect(new ZodPipe(schema).transform({ note: 'a', extra: 1 })).toEqual({ note: 'a' });
  });
});
