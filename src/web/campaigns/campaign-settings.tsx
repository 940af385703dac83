import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { Moment } from '../clock/moment.js';

function Marks({ of, none = '—' }: { of: readonly string[]; none?: string }) {
  if (of.length === 0) return none;
  return (
    <ul className="campaign-marks">
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Versions({ versions, calledOff }: Pick<CampaignView, 'versions' | 'calledOff'>) {
  const { t } = useTranslation();
  return (
    <ol className="campaign-versions" reversed>
      {calledOff && (
        <li>
          <Moment at={calledOff.at} /> {t('campaign.calledOffBy', { name: calledOff.by, reason: calledOff.reason })}
        </li>
      )}
      {versions.map(({ version, by: name, at, reason }) => (
        <li key={version}>
          <Moment at={at} />{' '}
          {reason === null ? t('campaign.planned', { name }) : t('campaign.changed', { name, reason })}
        </li>
      ))}
    </ol>
  );
}

type Setting = 'window' | 'words' | 'sources' | 'lowered' | 'roster' | 'digest' | 'versions';

/** What it looks for and for how long, who is told, and who decided so. */
export function CampaignSettings({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation();
  const id = useId();
  const { startsAt, endsAt, words, sources, lowered, roster, digestTime, versions } = campaign;
  const rows: [Setting, ReactNode][] = [
    [
      'window',
      <>
        <Moment at={startsAt} /> — <Moment at={endsAt} />
      </>,
    ],
    ['words', <Marks of={words} />],
    ['sources', <Marks of={sources.map(({ name }) => name)} />],
    ['lowered', t(lowered ? 'campaign.loweredOn' : 'campaign.loweredOff')],
    [
      'roster',
      <>
        <Marks of={roster.map(({ name }) => name)} none={t('campaign.nobody')} />
        {roster.length > 0 && <p className="hint">{t('campaign.rosterHint')}</p>}
      </>,
    ],
    ['digest', t('campaign.daily', { time: digestTime })],
    ['versions', <Versions versions={versions} calledOff={campaign.calledOff} />],
  ];
  return (
    <section className="report-block" aria-labelledby={id}>
      <h2 id={id}>{t('campaign.settings')}</h2>
      <dl className="campaign-settings">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`campaign.set.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
