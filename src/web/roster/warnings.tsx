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

function Finding({ finding }: { finding: PostFinding }) {
  const { t } = useTranslation();
  const bureau = useBureauName();
  const known = POSTS.find((one) => one === finding.post);
  return (
    <li>
      <b>
        {finding.unit !== null && `${bureau(finding.unit)} `}
        {known ? t(`roster.post.${known}`) : finding.post}
      </b>{' '}
      {t(`roster.finding.${finding.state}`)}
      {finding.people.length > 0 && `${t('roster.finding.who')}${finding.people.map(({ name }) => name).join('、')}`}
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
          {findings.map((finding) => (
            <Finding key={`${finding.post} ${finding.unit ?? ''}`} finding={finding} />
          ))}
        </ul>
      </section>
    </div>
  );
}
