import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { useAt } from '../board/board-context.js';
import { useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { Ago } from './ago.js';
import { HealthWord } from './health-word.js';
import { lengthWords } from './length.js';
import { NextVisit } from './next-visit.js';
import { SourceMenu, type SourceSheet } from './source-menu.js';
import { Strip } from './strip.js';

/** Since when, and why: what stands below the word. */
function HealthNote({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const say = useSay();
  const moment = useMoment();
  const { health, enabled, isIntake, pausedAt, lastOkAt, lastOutcome, lastDetail, failures, silentSince } = source;
  const note = useAt((now) => {
    const since = (at: string): string => lengthWords((now - Date.parse(at)) / 1000, say);
    if (!enabled) return t(isIntake ? 'source.note.revoked' : 'source.note.gone');
    if (pausedAt !== null) return t('source.note.paused', { time: moment(pausedAt) });
    if (health === 'silent' && silentSince !== null)
      return t('source.note.silentFor', { length: since(source.lastNewAt ?? silentSince) });
    if (health !== 'blind' && health !== 'failing') return '';
    return lastOkAt === null ? t('source.note.neverRead') : t('source.note.lastRead', { length: since(lastOkAt) });
  });
  const failed = enabled && failures > 0 && lastOutcome !== null;
  return (
    <>
      {note !== '' && <small>{note}</small>}
      {failed && (
        <small title={lastDetail ?? undefined}>
          {t(`source.outcome.${lastOutcome}`)}{' '}
          {failures > 1 && <span className="in-a-row">{t('source.note.inARow', { count: failures })}</span>}
        </small>
      )}
    </>
  );
}

function NameCell({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const { id, name, url, family, folder, tier, kind, isIntake, origin } = source;
  const notes = [family, folder, t(`source.origin.${isIntake ? 'intake' : origin}`)];
  return (
    <th role="rowheader" scope="row" className="col-name">
      {name} <span className={`tier tier-${tier}`}>{t(`source.tier.${tier}`)}</span>{' '}
      {kind === 'own' && <span className="tier tier-own">{t('source.kind.own')}</span>}
      {/^https?:/i.test(url) && (
        <a href={url} target="_blank" rel="noopener noreferrer" className="source-url">
          {url.replace(/^https?:\/\//i, '')}
        </a>
      )}
      <span className="event-notes" title={id}>
        {notes
          .filter((note) => note !== null)
          .map((note) => (
            <span key={note}>{note}</span>
          ))}
      </span>
    </th>
  );
}

function Expected({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const say = useSay();
  const { expectedSeconds, expectedIsSet } = source;
  if (expectedSeconds === null) return <small>{t('source.expectedUnknown')}</small>;
  const length = lengthWords(expectedSeconds, say);
  return <small>{t(expectedIsSet ? 'source.expectedSet' : 'source.expected', { length })}</small>;
}

interface SourceRowProps {
  source: SourceView;
  onSheet: (sheet: SourceSheet, id: string) => void;
}

/** One source; cells that read downwards carry their heading as a label. */
export const SourceRow = memo(function SourceRow({ source, onSheet }: SourceRowProps) {
  const { t } = useTranslation();
  return (
    <tr role="row" className={`row-${source.health}`}>
      <td role="cell" className="col-health">
        <HealthWord health={source.health} />
        <HealthNote source={source} />
      </td>
      <NameCell source={source} />
      <td role="cell" className="col-recent">
        {source.isIntake ? <span className="quiet">—</span> : <Strip visits={source.recent} />}
      </td>
      <td role="cell" className="col-time" data-label={t('source.col.lastOk')}>
        <Ago at={source.lastOkAt} />
      </td>
      <td role="cell" className="col-time" data-label={t('source.col.lastNew')}>
        <Ago at={source.lastNewAt} />
        <Expected source={source} />
      </td>
      <td role="cell" className="col-next" data-label={t('source.col.next')}>
        <NextVisit source={source} />
      </td>
      <td role="cell" className="col-menu">
        <SourceMenu source={source} onSheet={(sheet) => onSheet(sheet, source.id)} />
      </td>
    </tr>
  );
});
