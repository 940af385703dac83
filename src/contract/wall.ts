import { z } from 'zod';
import { clock } from './clock.js';
import { instant, uuid } from './instant.js';
import { focus, level } from './level.js';
import { calm } from './calm.js';
import { where } from './stage.js';

/** 大屏: one browser on one wall. Its link is told once, to whoever made it, and exchanged once. */
export const wall = z.object({
  id: uuid,
  name: z.string(),
  place: z.string(),
  madeAt: instant,
  exchangedAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type WallView = z.infer<typeof wall>;
export const wallPage = z.object({ items: z.array(wall) });

export const newWall = z.object({
  name: z.string().trim().min(1).max(40),
  place: z.string().trim().max(60).default(''),
});
export type NewWall = z.infer<typeof newWall>;

/** `token` is the fragment of the link `/wall#<token>`. */
export const wallWithToken = wall.extend({ token: z.string() });
export type WallWithToken = z.infer<typeof wallWithToken>;

export const exchangeWall = z.object({
  token: z
    .string()
    .min(1)
    .max(200)
    .meta({ examples: ['the-fragment-of-the-link'] }),
});
/** What a wall is told of itself. */
export const wallName = z.object({ id: uuid, name: z.string(), place: z.string() });
export type WallName = z.infer<typeof wallName>;

/** One duty as a wall shows it. */
export const wallClock = clock.pick({ kind: true, startAt: true, dueAt: true, state: true, metAt: true }).strict();
export type WallClock = z.infer<typeof wallClock>;

/** One open case as a wall shows it: all that leaves the house by this way. No person, no free text; numbers in the title are blotted out. */
export const wallLine = z.strictObject({
  id: uuid,
  number: z.string(),
  title: z.string(),
  level: level.nullable(),
  stage: where,
  lead: z.string(),
  focus: z.array(focus),
  openedAt: instant,
  acknowledged: z.boolean(),
  clocks: z.array(wallClock),
});
export type WallLine = z.infer<typeof wallLine>;

/** The whole truth of a wall as of journal position `seq`; each one replaces the one before. */
export const wallPicture = z.strictObject({
  seq: z.number().int(),
  /** Server time, ISO UTC. */
  now: instant,
  /** Address of the client's entry file; a page that began with another is of an earlier deployment. Null: the client is not built. */
  client: z.string().nullable(),
  lines: z.array(wallLine),
  /** 限知: open cases that are counted and not shown. */
  restricted: z.number().int(),
  /** Cases opened since midnight, 北京时间, and not dismissed; restricted ones are not among them. */
  openedToday: z.number().int(),
  /** Duties whose limit falls into this month (北京时间), of those already judged: as in the report. */
  month: z.array(z.strictObject({ kind: clock.shape.kind, met: z.number().int(), due: z.number().int() })),
  bureaus: z.array(z.strictObject({ code: z.string(), nameZh: z.string(), nameEn: z.string() })),
});
export type WallPicture = z.infer<typeof wallPicture>;

/** Every 5 s; no tick for 15 s means the signal is lost. */
export const wallTick = z.strictObject({
  now: instant,
  calm,
  sweepLate: z.boolean(),
  clockSuspectSince: instant.nullable(),
});
export type WallTick = z.infer<typeof wallTick>;
