import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { OwnRelease } from '../../contract/own-release.js';
import { useMoment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';

interface DecideProps extends DialogProps {
  release: OwnRelease;
  agree: boolean;
}

function Decide({ release, agree, ...props }: DecideProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const act = agree ? 'confirm' : 'reject';
  return (
    <ActionDialog<{ reason?: string }>
      {...props}
      act="own-releases"
      subject={`${release.id} ${act}`}
      title={t(`ownRelease.${act}Title`)}
      hint={t(`ownRelease.${act}Hint`, { time: moment(release.at) })}
      ok={t(`ownRelease.${act}`)}
      body={({ reason }) => ({ release: release.id, agree, ...(reason?.trim() && { reason }) })}
    >
      <p>{release.title}</p>
      {!agree && <ReasonField required />}
    </ActionDialog>
  );
}

/** The duties that a statement published at this instant would answer, and whether their limits had passed. */
function dutiesOf({ clocks, followUp }: IncidentView, at: string) {
  const open = [...clocks, ...(followUp ? [followUp] : [])].flatMap(({ kind, metAt, state, dueAt }) => {
    const isAsked = kind === 'statement_5h' || kind === 'other_48h' || kind === 'follow_up';
    return isAsked && state !== 'waived' && (metAt === null || at < metAt) ? [{ kind, late: at > dueAt }] : [];
  });
  return { kinds: open.map(({ kind }) => kind), late: open.some(({ late }) => late) };
}

function Headline({ incident, release }: { incident: IncidentView; release: OwnRelease }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { kinds, late } = dutiesOf(incident, release.at);
  const words = { time: moment(release.at), source: release.sourceName, title: release.title };
  const duties = kinds.map((kind) => t(`ownRelease.duty.${kind}`)).join(t('list.comma'));
  return (
    <>
      <b>
        {kinds.length === 0 ? t('ownRelease.publishedAfter', words) : t('ownRelease.published', { ...words, duties })}
      </b>
      {late && <span className="quiet">{t('ownRelease.late')}</span>}
    </>
  );
}

function Copy({ release }: { release: OwnRelease }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const mayRead = useMay('archive.read');
  const { link, articleId, copySha256, fetchedAt } = release;
  return (
    <small>
      {link !== null && /^https?:/i.test(link) && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {link}
        </a>
      )}{' '}
      {mayRead && (
        <Link to="/archive/$id" params={{ id: articleId }}>
          {t('ownRelease.copy')}
        </Link>
      )}{' '}
      {copySha256 === null ? t('ownRelease.noCopy') : `SHA-256 ${copySha256.slice(0, 12)}…`}{' '}
      {t('ownRelease.fetched', { time: moment(fetchedAt) })}
    </small>
  );
}

/** 本局渠道已发布: each may be the answer; a person of the press office says so, or says it is not. */
export function OwnReleases({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayDecide = useMay('evidence.own_release');
  const [asked, setAsked] = useState<{ release: OwnRelease; agree: boolean } | null>(null);
  const { ownReleases } = incident;
  if (ownReleases.length === 0) return null;
  return (
    <section className="possibly" aria-labelledby="own-releases">
      <h2 id="own-releases">
        {t('ownRelease.title')} <span className="count">{ownReleases.length}</span>
      </h2>
      <p className="hint">{t('ownRelease.hint')}</p>
      <ul>
        {ownReleases.map((release) => (
          <li key={release.id}>
            <Headline incident={incident} release={release} />
            {!release.atStated && <span className="quiet">{t('ownRelease.unstated')}</span>}
            {release.announcesConference && <span className="quiet">{t('ownRelease.conference')}</span>}
            <Copy release={release} />
            {mayDecide && (
              <span className="possibly-acts">
                {([true, false] as const).map((agree) => (
                  <Button
                    key={String(agree)}
                    {...(agree && { type: 'primary' })}
                    aria-label={t(agree ? 'ownRelease.confirmFor' : 'ownRelease.rejectFor', { title: release.title })}
                    onClick={() => setAsked({ release, agree })}
                  >
                    {t(agree ? 'ownRelease.confirm' : 'ownRelease.reject')}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {asked && <Decide incident={incident} {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}
