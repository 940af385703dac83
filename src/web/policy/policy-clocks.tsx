import { useTranslation } from 'react-i18next';
import type { ClockRule, LadderRule, RungRule, StartRule, ThresholdRule } from '../../domain/clocks/policy.js';

/** The duties whose hours the documents state themselves; warnings and all else are the office's own. */
const STATED: readonly ClockRule['kind'][] = ['statement_5h', 'press_conference_24h', 'other_48h'];

const COLUMNS = ['duty', 'hours', 'starts', 'thresholds'] as const;

const percent = (share: number): number => Math.round(share * 100);

function useDutyName(): (rule: Pick<ClockRule, 'name'>) => string {
  const { i18n } = useTranslation();
  return ({ name }) => (i18n.language === 'en' ? name.en : name.zh);
}

function Threshold({ rule }: { rule: ThresholdRule }) {
  const { t } = useTranslation();
  if ('at' in rule) return <li>{t(`policy.at.${rule.at}`)}</li>;
  if ('minutesBefore' in rule) return <li>{t('policy.at.before', { minutes: rule.minutesBefore })}</li>;
  return <li>{rule.share === 1 ? t('policy.at.due') : t('policy.at.share', { percent: percent(rule.share) })}</li>;
}

function Clock({ rule }: { rule: ClockRule }) {
  const { t } = useTranslation();
  const dutyName = useDutyName();
  const { levels } = rule.startsFor;
  return (
    <tr>
      <th scope="row" className="row-title">
        {dutyName(rule)}
        <small>{rule.citation}</small>
        <small>{t(`policy.sure.${STATED.includes(rule.kind) ? 'text' : 'own'}`)}</small>
      </th>
      <td>{t('policy.hours', { hours: rule.hours })}</td>
      <td>
        {levels.length === 0
          ? t('policy.startsByPerson')
          : levels.map((level) => t(`level.${level}`)).join(t('list.comma'))}
      </td>
      <td>
        <ul>
          {rule.thresholds.map((one) => (
            <Threshold key={one.key} rule={one} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** 时限: each duty, its hours, when it warns, and where that stands. */
export function PolicyClocks({ clocks }: { clocks: readonly ClockRule[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('policy.clocks')}>
      <table className="figures policy-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`policy.clockCol.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clocks.map((rule) => (
            <Clock key={rule.kind} rule={rule} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 起算: what a clock counts from. */
export function PolicyStart({ start }: { start: StartRule }) {
  const { t } = useTranslation();
  const order = (bases: StartRule['other']) => bases.map((one) => t(`clock.basis.${one}`)).join(' → ');
  return (
    <>
      <p>{t('policy.startOrder', { order: order(start.emergency), other: order(start.other) })}</p>
      <p>{t('policy.occurred', { hours: start.occurredWithinHours })}</p>
      <p>{t('policy.maxAge', { hours: start.maxAgeHours })}</p>
      <p className="hint">{start.citation}</p>
    </>
  );
}

function Rung({ rung: { post, share, silenceMinutes } }: { rung: RungRule }) {
  const { t } = useTranslation();
  const moments = [
    ...(silenceMinutes === undefined ? [] : [t('policy.rungSilence', { minutes: silenceMinutes })]),
    ...(share === undefined ? [] : [t('policy.rungShare', { percent: percent(share) })]),
  ];
  return (
    <li>
      {t(`ladder.post.${post}`)} <span className="quiet">{moments.join(` ${t('policy.or')} `)}</span>
    </li>
  );
}

/** 升级阶梯: who hears, one after the other, while nobody takes a case. */
export function PolicyLadder({ ladder, clocks }: { ladder: readonly LadderRule[]; clocks: readonly ClockRule[] }) {
  const { t } = useTranslation();
  const dutyName = useDutyName();
  return ladder.map((rule) => {
    const names = clocks.filter(({ kind }) => rule.clocks.includes(kind)).map(dutyName);
    return (
      <div key={rule.clocks.join()} className="policy-ladder">
        <h3>{t('policy.ladderFor', { clocks: names.join(t('list.comma')), minutes: rule.acknowledgedMinutes })}</h3>
        <ol>
          {rule.rungs.map((rung) => (
            <Rung key={rung.post} rung={rung} />
          ))}
        </ol>
        <p className="hint">{rule.citation}</p>
      </div>
    );
  });
}
