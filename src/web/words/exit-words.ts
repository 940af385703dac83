import type { TFunction } from 'i18next';
import { WAYS_OUT, type WayOut } from '../../domain/lifecycle/way-out.js';
import { exitZh } from '../locales/zh-CN/exit.js';
import { text } from './tell.js';

type Authority = keyof typeof exitZh.exit.to;
const isAuthority = (value: string): value is Authority => Object.hasOwn(exitZh.exit.to, value);

/** The exit of a row or a request; what was written before there were several is a false alarm. */
const exitOf = (data: Record<string, unknown>): WayOut => WAYS_OUT.find((one) => one === data.exit) ?? 'false_alarm';

/** By which exit a case left or is to leave; 移送: to whom, under which number, when. */
export function exitWord(data: Record<string, unknown>, t: TFunction, moment: (iso: string) => string): string {
  const name = t(`exit.name.${exitOf(data)}`);
  const { handedTo } = data;
  if (typeof handedTo !== 'object' || handedTo === null) return name;
  const { to, unit, number, at } = handedTo as Record<string, unknown>;
  const authority = text(to);
  const parts = [
    isAuthority(authority) ? t(`exit.to.${authority}`) : '',
    ...[text(unit), text(number), text(at) && moment(text(at))],
  ];
  return [name, ...parts.filter((part) => part !== '')].join(' ');
}
