import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { EvidencePage } from '../../contract/evidence-correction.js';
import type { IncidentView } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { channelKeys } from './channels.js';
import { EvidenceActs } from './evidence-acts.js';
import { PageRemark } from './page-remark.js';
import { ReplacedEvidence } from './replaced-evidence.js';

interface ProofProps {
  /** What may be done about it. */
  acts: ReactNode;
  page: EvidencePage | null;
  /** Where the copy of the page is downloaded. */
  copy: string;
  at: string;
  what: ReactNode;
  recordedBy: string;
  recordedAt: string;
}

function Proof({ acts, page, copy, at, what, recordedBy, recordedAt }: ProofProps) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  return (
    <li>
      <b className="proof-at">
        <Moment at={at} />
      </b>
      <span className="proof-what">{what}</span>
      <small>
        {nameOf(recordedBy)} <Moment at={recordedAt} /> {t('action.record')}
      </small>
      <PageRemark page={page} copy={copy} />
      {acts}
    </li>
  );
}

function LinkTo({ url, children }: { url: string | null; children: ReactNode }) {
  if (url === null || !/^https?:/i.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

const copyOf = (incident: string, evidence: string): string =>
  `/api/v1/incidents/${incident}/evidence/${evidence}/page`;

/** The proof of the answer: what was published, what was held. */
export function Responses({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayRead = useMay('archive.read');
  const { statements, pressConferences } = incident;
  const channelName = (channel: string): string => {
    const key = channelKeys.find((one) => one === channel);
    return key === undefined ? channel : t(`action.channels.${key}`);
  };
  return (
    <div className="responses">
      <section className="main-block" aria-labelledby="statements">
        <h2 id="statements">{t('incident.statements')}</h2>
        {statements.length === 0 && <p className="quiet">{t('incident.noStatements')}</p>}
        <ol className="proofs">
          {statements.map((one) => (
            <Proof
              key={one.id}
              at={one.publishedAt}
              page={one.page}
              copy={copyOf(incident.id, one.id)}
              acts={<EvidenceActs incident={incident} evidence={{ ...one, at: one.publishedAt, place: null }} />}
              recordedBy={one.recordedBy}
              recordedAt={one.recordedAt}
              what={
                <>
                  {channelName(one.channel)} <LinkTo url={one.url}>{one.title ?? one.url}</LinkTo>{' '}
                  {one.articleId !== null && mayRead && (
                    <Link to="/archive/$id" params={{ id: one.articleId }}>
                      {t('ownRelease.copy')}
                    </Link>
                  )}
                </>
              }
            />
          ))}
        </ol>
      </section>
      <section className="main-block" aria-labelledby="conferences">
        <h2 id="conferences">{t('incident.conferences')}</h2>
        {pressConferences.length === 0 && <p className="quiet">{t('incident.noConferences')}</p>}
        <ol className="proofs">
          {pressConferences.map((one) => (
            <Proof
              key={one.id}
              at={one.startedAt}
              page={one.page}
              copy={copyOf(incident.id, one.id)}
              acts={<EvidenceActs incident={incident} evidence={{ ...one, at: one.startedAt }} />}
              recordedBy={one.recordedBy}
              recordedAt={one.recordedAt}
              what={<LinkTo url={one.url}>{one.place}</LinkTo>}
            />
          ))}
        </ol>
      </section>
      <ReplacedEvidence incident={incident} />
    </div>
  );
}
