import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondPersonRequest } from '../../contract/clock-start.js';
import type { IncidentView } from '../../contract/incident.js';
import { DECIDED_BY } from '../../domain/second-person.js';
import { may } from '../../domain/rights.js';
import { Moment } from '../clock/moment.js';
import { usePerson } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';
import { useRequestWords } from './request-words.js';

interface Deciding {
  request: SecondPersonRequest;
  answer: 'agree' | 'refuse' | 'withdraw';
}

function Decide({ request, answer, ...props }: DialogProps & Deciding) {
  const { t } = useTranslation();
  const words = useRequestWords();
  const hint = answer === 'agree' ? t(`secondPerson.agreeHint.${request.kind}`) : '';
  return (
    <ActionDialog<{ reason?: string }>
      {...props}
      act="second-person"
      subject={`${request.id} ${answer}`}
      title={t(`clockStart.${answer}`)}
      hint={`${words(request)} ${hint}`}
      ok={t(`clockStart.${answer}`)}
      body={({ reason }) => ({
        request: request.id,
        agree: answer === 'agree',
        reason: reason?.trim() ? reason : undefined,
      })}
    >
      <ReasonField required={answer === 'refuse'} />
    </ActionDialog>
  );
}

/** 等待另一人确认: shown to everybody who sees the case; another person decides, whoever asked may take it back. */
export function SecondPerson({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const me = usePerson();
  const nameOf = usePersonName();
  const words = useRequestWords();
  const answersOf = ({ askedBy, kind }: SecondPersonRequest): Deciding['answer'][] => {
    if (askedBy === me.id) return ['withdraw'];
    return may(me.role, DECIDED_BY[kind]) ? ['agree', 'refuse'] : [];
  };
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const { secondPerson } = incident;
  if (secondPerson.length === 0 && deciding === null) return null;
  return (
    <section className="possibly" aria-labelledby="second-person">
      <h2 id="second-person">{t('clockStart.waiting')}</h2>
      <ul>
        {secondPerson.map((request) => (
          <li key={request.id}>
            <b>{words(request)}</b>
            {request.reason !== '' && <span>{request.reason}</span>}
            <span className="event-notes">
              {t('clockStart.asked', { who: nameOf(request.askedBy) })} <Moment at={request.askedAt} />
            </span>
            {request.kind === 'waiver' ? (
              <span className="quiet">{t('secondPerson.byLeadership')}</span>
            ) : (
              request.askedBy === me.id && <span className="quiet">{t('clockStart.own')}</span>
            )}
            {answersOf(request).length > 0 && (
              <span className="possibly-acts">
                {answersOf(request).map((answer) => (
                  <Button
                    key={answer}
                    type={answer === 'agree' ? 'primary' : 'default'}
                    aria-label={`${t(`clockStart.${answer}`)}: ${t(`secondPerson.what.${request.kind}`)}`}
                    onClick={() => setDeciding({ request, answer })}
                  >
                    {t(`clockStart.${answer}`)}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {deciding && <Decide incident={incident} {...deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}
