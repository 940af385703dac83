import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { AskCheck, JournalCheck, JournalStanding } from '../../contract/journal.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { usePersonName } from '../words/person-name.js';
import { standingQuery } from './chain-queries.js';

const LAST_ROWS = 10_000;

function useVerify() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: AskCheck) => call<JournalCheck>('POST', '/journal/checks', asked),
    onSuccess: () => queries.invalidateQueries({ queryKey: standingQuery.queryKey }),
  });
}

/** What the last check found, in one sentence. */
function useCheckWords(): (check: JournalCheck) => string {
  const { t } = useTranslation();
  const personName = usePersonName();
  const moment = useMoment();
  return ({ state, result, from, to, checked, askedBy, endedAt }) => {
    const person = personName(askedBy);
    if (state === 'running') return t('chain.verifying', { from, to, checked });
    if (state === 'lost' || !result) return t('chain.lost', { person });
    const time = moment(endedAt ?? '');
    const { firstBad, badAnchors, anchors } = result;
    if (firstBad) return t('chain.broken', { seq: firstBad.seq, why: t(`chain.fault.${firstBad.why}`), person, time });
    if (badAnchors.length === 0) return t('chain.whole', { from, to, anchors, person, time });
    const what = badAnchors.map(({ day, why }) => t('chain.anchorBad', { day, why: t(`chain.anchorFault.${why}`) }));
    return t('chain.anchorsBad', { what: what.join(t('list.comma')), person, time });
  };
}

const holds = ({ result }: JournalCheck): boolean =>
  result !== null && result.firstBad === null && result.badAnchors.length === 0;

function Verdict({ check }: { check: JournalCheck }) {
  const words = useCheckWords();
  const tone = check.state === 'done' ? (holds(check) ? 'met' : 'overdue') : 'running';
  return (
    <span className={`chain-verdict tone-${tone}`}>
      <ToneSign tone={tone} />
      <span>{words(check)}</span>
    </span>
  );
}

function Facts({ head, lastAnchor, checks: [last] }: JournalStanding) {
  const { t } = useTranslation();
  return (
    <dl className="chain-facts">
      <div>
        <dt>{t('chain.head')}</dt>
        <dd>
          {t('chain.headRow', { seq: head.seq })} <code title={head.hash}>{head.hash.slice(0, 12)}…</code>
        </dd>
      </div>
      <div>
        <dt>{t('chain.lastAnchor')}</dt>
        <dd>
          {lastAnchor
            ? t('chain.anchored', { day: lastAnchor.day, seq: lastAnchor.lastSeq })
            : t('chain.lastAnchorNone')}
        </dd>
      </div>
      <div className="chain-last-check">
        <dt>{t('chain.lastCheck')}</dt>
        <dd>
          <span role="status">{last ? <Verdict check={last} /> : t('chain.lastCheckNone')}</span>
        </dd>
      </div>
    </dl>
  );
}

/** Where the chain stands, and verifying it now. */
export function ChainStanding() {
  const { t } = useTranslation();
  const { data } = useQuery(standingQuery);
  const verify = useVerify();
  if (!data) return <p className="loading">{t('chain.loading')}</p>;
  const busy = verify.isPending || data.checks[0]?.state === 'running';
  const { seq } = data.head;
  return (
    <section className="chain-standing" aria-label={t('chain.lastCheck')}>
      <Facts {...data} />
      <div className="chain-verify no-print">
        <Button type="primary" disabled={busy || seq === 0} onClick={() => verify.mutate({})}>
          {t('chain.verifyAll')}
        </Button>
        {seq > LAST_ROWS && (
          <Button disabled={busy} onClick={() => verify.mutate({ from: seq - LAST_ROWS + 1 })}>
            {t('chain.verifyLast')}
          </Button>
        )}
      </div>
      {verify.error && (
        <p className="form-refusal" role="alert">
          {refusalWords(verify.error, t)}
        </p>
      )}
    </section>
  );
}
