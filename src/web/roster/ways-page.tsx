import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { allWaysQuery, ownWaysQuery } from './roster-queries.js';
import { RosterViews } from './roster-views.js';
import { AddWay, ProveWay } from './way-forms.js';
import { ChannelWord, Proven, WayList } from './way-list.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/roster.css';

/** Everyone's ways, for the administrator. */
function Everyone() {
  const { t } = useTranslation();
  const { data = [] } = useQuery(allWaysQuery);
  return (
    <section aria-labelledby="all-ways">
      <h2 id="all-ways">{t('roster.way.everyone')}</h2>
      <ul className="ways">
        {data.map((way) => (
          <li key={way.id} className="way">
            <b>{way.name}</b>
            <span className="way-address">
              <small>
                <ChannelWord channel={way.channel} />
              </small>
              {way.address}
            </span>
            <Proven way={way} />
          </li>
        ))}
      </ul>
      {data.length === 0 && <p className="hint">{t('roster.way.nobody')}</p>}
    </section>
  );
}

/** 我的联系方式: how this person is told what cannot wait for the board. */
export function WaysPage() {
  const { t } = useTranslation();
  const { proof } = useSearch({ from: '/shell/me/ways' });
  const { data, error } = useQuery(ownWaysQuery);
  const mayReadAll = useMay('way.read');
  const [adding, setAdding] = useState(false);
  useNamePage(t('roster.way.title'));
  const waits = data?.items.some((way) => way.provenAt === null && way.disabledAt === null);
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('roster.way.title')}</h1>
        <p className="sheet-lead">{t('roster.way.lead')}</p>
        <div className="head-actions">
          <Button type="primary" disabled={!data} onClick={() => setAdding(true)}>
            {t('roster.way.add')}
          </Button>
        </div>
      </header>
      <RosterViews />
      {data && <WayList ways={data.items} />}
      {data?.items.length === 0 && <p className="empty">{t('roster.way.none')}</p>}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('roster.loading')}</p>
      )}
      {(waits || proof !== undefined) && <ProveWay proof={proof} />}
      {mayReadAll && <Everyone />}
      {adding && data && <AddWay channels={data.channels} onClose={() => setAdding(false)} />}
    </div>
  );
}
