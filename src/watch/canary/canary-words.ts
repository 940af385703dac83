import { type Breakage, STAGE_NAMES } from '../../domain/canary.js';
import type { Words } from '../operators/words.js';
import type { DueCall } from './canary-breakages.js';

/** What readiness says while nobody listens at the board. */
export const NOT_WATCHED =
  '看板推送未受监视,请为 timer 设 BOARD_URL · the board is not watched: set BOARD_URL for the timer';

/** What readiness says of a breakage. */
export function breakageDetail({ stage, since }: Breakage): string {
  const { zh, en } = STAGE_NAMES[stage];
  return `全链路自检中断于「${zh}」,自 ${beijing(since)}(北京时间)起 · the self-check is broken at: ${en}, since ${since.toISOString()}`;
}

/** What the operators are told. */
export function callWords({ stage, since, endedAt }: DueCall): Words {
  const { zh, en } = STAGE_NAMES[stage];
  if (endedAt) {
    return {
      subject: { zh: `【自检恢复】「${zh}」已通`, en: `[Self-check restored] ${en}` },
      lines: {
        zh: [`全链路自检恢复,中断 ${beijing(since)} 至 ${beijing(endedAt)}(北京时间)`, `曾中断的环节:${zh}`],
        en: [
          `The self-check works again; broken from ${since.toISOString()} to ${endedAt.toISOString()}`,
          `Stage: ${en}`,
        ],
      },
    };
  }
  return {
    subject: { zh: `【自检中断】「${zh}」不通`, en: `[Self-check broken] ${en}` },
    lines: {
      zh: [
        `全链路自检中断,环节:${zh}`,
        `最后一次走通:${beijing(since)}(北京时间)`,
        '此后的舆情可能未被采集、研判、计时或推送到看板,请立即检查',
      ],
      en: [
        `The self-check is broken at this stage: ${en}`,
        `Last known to work: ${since.toISOString()}`,
        'Reports since then may not have been fetched, judged, timed or shown: look at once',
      ],
    },
  };
}

/** When the database itself has not answered for some time, nothing can be read or written about it. */
export function databaseWords(seconds: number): Words {
  return {
    subject: { zh: '【自检中断】数据库无应答', en: '[Self-check broken] the database does not answer' },
    lines: {
      zh: [`定时进程已有 ${seconds} 秒无法读写数据库:采集、研判、时限提醒均不可靠,请立即检查`],
      en: [`The timer has not reached the database for ${seconds} s: no stage can be relied on, look at once`],
    },
  };
}

/** `11月22日 14:05` as Beijing wall time (no daylight saving). */
function beijing(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}
