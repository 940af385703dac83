import { useTranslation } from 'react-i18next';
import { clockKind } from '../../contract/clock.js';
import type { SecondPersonRequest } from '../../contract/clock-start.js';
import { level } from '../../contract/level.js';
import { useMoment } from '../clock/moment.js';
import { exitWord } from '../words/exit-words.js';

/** Says what is asked of a second person, in the page's language. */
export function useRequestWords(): (request: SecondPersonRequest) => string {
  const { t } = useTranslation();
  const moment = useMoment();
  const time = (value: unknown) => (typeof value === 'string' ? moment(value) : '');
  const levelOf = (value: unknown) => {
    const known = level.safeParse(value);
    return known.success ? t(`level.${known.data}`) : t('level.none');
  };
  const duties = (kinds: unknown) =>
    (Array.isArray(kinds) ? kinds : [])
      .map((kind) => clockKind.safeParse(kind).data)
      .flatMap((kind) => (kind ? [t(`clock.kind.${kind}`)] : []))
      .join(' · ');
  return ({ kind, payload }) =>
    t(`secondPerson.asks.${kind}`, {
      ...{ from: time(payload.from), to: time(payload.to), time: time(payload.at), due: time(payload.dueAt) },
      ...{ fromLevel: levelOf(payload.from), level: levelOf(payload.level) },
      how: exitWord(payload, t, moment),
      duties: duties(payload.ends ?? payload.kinds),
      cycles: Array.isArray(payload.cycles) ? payload.cycles.join(t('list.comma')) : '',
    });
}
