import { useTranslation } from 'react-i18next';
import type { PostFinding, RosterView } from '../../contract/roster.js';
import { Moment } from '../clock/moment.js';
import { useBureauName } from '../words/bureau-name.js';
import { usePostName } from './post-name.js';

const POSTS = [
  'duty',
  'lead_officer',
  'lead_deputy',
  'lead_head',
  'general_office_head',
  'leadership',
  'operators',
] as const;

/** What is wrong in the same way on the same post, bureau by bureau. */
function alike(findings: readonly PostFinding[]): [PostFinding, ...PostFinding[]][] {
  const groups = new Map<string, [PostFinding, ...PostFinding[]]>();
  for (const finding of findings) {
    const key = `${finding.post} ${finding.state} ${finding.unit === null}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function Finding({ group }: { group: [PostFinding, ...PostFinding[]] }) {
  const { t } = useTranslation();
  const bureau = useBureauName();
  const [{ post, state }] = group;
  const known = POSTS.find((one) => one === post);
  const where = group.map(({ unit, people }) => {
    const names = people.map(({ name }) => name).join(t('roster.finding.and'));
    return unit === null ? names : `${bureau(unit)}${names && ` (${names})`}`;
  });
  const told = where.filter((one) => one !== '').join(t('roster.finding.and'));
  return (
    <li>
      <b>{known ? t(`roster.post.${known}`) : post}</b> {t(`roster.finding.${state}`)}
      {told !== '' && `${t('roster.finding.who')}${told}`}
    </li>
  );
}

/** Stretches of the next seven days that nobody covers, and posts of the rules that lead to nobody. */
export function Warnings({ roster }: { roster: RosterView }) {
  const { t } = useTranslation();
  const post = usePostName();
  const { gaps, findings, checkedAt } = roster;
  return (
    <div className="roster-warnings">
      {gaps.length > 0 && (
        <section aria-labelledby="roster-gaps" className="roster-warning">
          <h2 id="roster-gaps">{t('roster.gaps', { count: gaps.length })}</h2>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.post} ${gap.from}`}>
                <b>{post(gap.post)}</b> <Moment at={gap.from} /> – <Moment at={gap.to} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="roster-findings" className={findings.length > 0 ? 'roster-warning' : ''}>
        <h2 id="roster-findings">
          {t(findings.length > 0 ? 'roster.findings' : 'roster.noFindings', { count: findings.length })}
        </h2>
        <p className="hint">
          {t('roster.checked')} {checkedAt === null ? t('roster.never') : <Moment at={checkedAt} />}
        </p>
        <ul>
          {alike(findings).map((group) => (
            <Finding key={`${group[0].post} ${group[0].state}`} group={group} />
          ))}
        </ul>
      </section>
    </div>
  );
}
