import { z } from 'zod';
import { clockKind } from '../clock.js';
import { statedInstant } from '../instant.js';
import { attachment, bureauCode, line, link, maybe, official, words } from './parts.js';

/** 转办单. It gets a number of the office's series (转办〔2026〕12号). */
export const transferOrder = z.object({
  lead: bureauCode('主办司局'),
  co: z.array(z.string().max(64)).max(5).default([]),
  demand: words('办理要求'),
  answerBy: statedInstant.optional(),
});

/** 催办. */
export const urging = z.object({
  unit: bureauCode('被催办司局'),
  demand: words('催办事项'),
  by: z.enum(['phone', 'chat', 'paper', 'system']),
});

/** 与宣传、网信、公安等的联络. */
export const liaison = z.object({
  counterpart: z.enum(['publicity', 'cyberspace', 'police', 'other']),
  unit: line('对方单位'),
  person: maybe(50),
  by: z.enum(['phone', 'chat', 'paper', 'meeting']),
  at: statedInstant,
  content: words('联络内容'),
  result: maybe(5000),
});

/** 辟谣并移交线索 (国办发〔2016〕61号). */
export const refutation = z.object({
  rumour: words('谣言内容'),
  facts: words('事实'),
  link: link.optional(),
  referredTo: z.enum(['none', 'police', 'cyberspace', 'both']),
  referredAt: statedInstant.optional(),
});

/** 领导批示. */
export const instruction = z.object({
  leader: official,
  at: statedInstant,
  text: words('批示内容'),
  followUp: maybe(5000),
  attachment: attachment.optional(),
});

/** 承诺: what was promised in public, by whom and by when. */
export const promise = z.object({
  text: words('承诺事项'),
  unit: bureauCode('责任司局'),
  dueAt: statedInstant,
  keptAt: statedInstant.optional(),
});

/** 逾期原因, stated by the bureau beside the miss. */
export const missReason = z.object({ clock: clockKind, reason: words('原因'), remedy: maybe(5000) });
