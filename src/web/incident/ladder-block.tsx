import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { RungView } from '../../contract/ladder.js';
import { Moment, useMoment } from '../clock/moment.js';
import { useBureauName } from '../words/bureau-name.js';
import { isAccount, usePersonName } from '../words/person-name.js';

/** Names whoever was told: a person, a unit's mailbox, the leadership's. */
function useRecipientName(): (recipient: string) => string {
  const { t } = useTranslation();
  const bureau = useBureauName();
  const person = usePersonName();
  return (recipient) => {
    if (recipient === 'LEADERSHIP') return t('journal.leadership');
    return isAccount(recipient) ? person(recipient) : bureau(recipient);
  };
}

function Rung({ rung }: { rung: RungView }) {
  const { t } = useTranslation();
  const nameOf = useRecipientName();
  const { post, state, fireAt, reason, told } = rung;
  return (
    <li className={`rung-${state}`}>
      <span className="rung-at">{fireAt === null ? null : <Moment at={fireAt} />}</span>
      <b>{t(`ladder.post.${post}`)}</b>
      <span>
        {t(`ladder.state.${state}`)}
        {reason !== null && ` · ${t(`ladder.reason.${reason}`)}`}
        {told.length > 0 && ` · ${told.map(nameOf).join(t('list.comma'))}`}
      </span>
    </li>
  );
}

/** 升级阶梯: who hears while nobody has taken the case, and until when an acknowledgement holds. */
export function Ladder({ incident: { ladder } }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  if (ladder === null) return null;
  const { rungs, acknowledgedUntil } = ladder;
  return (
    <section className="main-block" aria-labelledby="ladder">
      <h2 id="ladder">{t('ladder.title')}</h2>
      <p className="quiet">
        {acknowledgedUntil === null ? t('ladder.lead') : t('ladder.holds', { time: moment(acknowledgedUntil) })}
      </p>
      <ol className="rungs">
        {rungs.map((rung) => (
          <Rung key={rung.post} rung={rung} />
        ))}
      </ol>
    </section>
  );
}
