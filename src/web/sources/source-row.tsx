import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { useNow } from '../board/board-context.js';
import { Moment } from '../clock/moment.js';
import { spelled } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { ToneSign } from '../marks/signs.js';

/** How long ago, in words; hovering shows the instant. */
function Ago({ at }: { at: string | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const ms = useNow() - Date.parse(at ?? '');
  if (at === null) return <span className="quiet">{t('source.never')}</span>;
  const words = ms < 60_000 ? t('time.justNow') : t('time.ago', { length: spelled(ms, say) });
  return (
    <>
      <span className="ago">{words}</span>{' '}
      <small>
        <Moment at={at} />
      </small>
    </>
  );
}

function Outcome({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const { enabled, failures, lastVisitAt, lastOutcome, lastDetail } = source;
  const state = !enabled ? 'disabled' : lastVisitAt === null ? 'never' : failures > 0 ? 'failed' : 'ok';
  const tone = state === 'ok' ? 'met' : state === 'failed' ? 'overdue' : 'waived';
  return (
    <>
      <span className={`verdict tone-${tone}`}>
        <ToneSign tone={tone} />
        {t(`source.outcome.${state}`)}
      </span>
      {state === 'failed' && <small className="detail">{lastDetail ?? lastOutcome}</small>}
    </>
  );
}

/** One source. */
export function SourceRow({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" className="row-title">
        {source.name}
        <small>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.url}
          </a>
        </small>
        <small>
          {source.id} · {source.family} · {t(`source.origin.${source.origin}`)}
        </small>
      </th>
      <td>{t(`source.tier.${source.tier}`)}</td>
      <td>
        <Outcome source={source} />
      </td>
      <td>
        <Ago at={source.lastOkAt} />
      </td>
      <td>
        <Ago at={source.lastNewAt} />
      </td>
      <td className={`num${source.failures === 0 ? ' zero' : ' count-late'}`}>{source.failures}</td>
      <td>{source.nextVisitAt === null ? '—' : <Moment at={source.nextVisitAt} />}</td>
    </tr>
  );
}
