import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDoubt } from '../../contract/document-doubt.js';
import { documentDoubtsQuery } from '../api/queries.js';
import { useMoment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { useBureauName } from '../words/bureau-name.js';
import { AnswerDoubt } from './answer-doubt.js';
import '../styles/stories.css';

const OUTCOMES = ['interpreted', 'not_needed'] as const;

/** The reports behind a rise, closed until somebody asks. */
function Reports({ reports }: Pick<DocumentDoubt, 'reports'>) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <details>
      <summary>{t('doubt.reports', { count: reports.length })}</summary>
      <ul>
        {reports.map(({ id, title, link, sourceName, at }) => (
          <li key={id}>
            {moment(at)} {sourceName}{' '}
            {link !== null && /^https?:/i.test(link) ? (
              <a href={link} target="_blank" rel="noopener noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** 建议进一步解读: documents whose doubt has risen and whose drafter has not answered yet. */
export function Doubts() {
  const { t } = useTranslation();
  const moment = useMoment();
  const bureau = useBureauName();
  const mayAnswer = useMay('document.answer');
  const { data } = useQuery(documentDoubtsQuery);
  const [asked, setAsked] = useState<{ doubt: DocumentDoubt; outcome: (typeof OUTCOMES)[number] } | null>(null);
  if (!data || data.length === 0) return null;
  return (
    <section className="possibly" aria-labelledby="doubts">
      <h2 id="doubts">
        {t('doubt.title')} <span className="count">{data.length}</span>
      </h2>
      <p className="hint">{t('doubt.hint')}</p>
      <ul>
        {data.map((doubt) => (
          <li key={doubt.id}>
            <b>《{doubt.title}》</b>
            <span>{bureau(doubt.bureau)}</span>
            <span>
              {t('doubt.risen', {
                time: moment(doubt.proposedAt),
                count: doubt.articles,
                usual: Math.round(doubt.usual * 10) / 10,
              })}
            </span>
            <Reports reports={doubt.reports} />
            {mayAnswer && (
              <span className="possibly-acts">
                {OUTCOMES.map((outcome) => (
                  <Button
                    key={outcome}
                    aria-label={t(`doubt.actFor.${outcome}`, { title: doubt.title })}
                    onClick={() => setAsked({ doubt, outcome })}
                  >
                    {t(`doubt.act.${outcome}`)}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {asked && <AnswerDoubt {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}
