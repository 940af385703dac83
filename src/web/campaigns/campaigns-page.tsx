import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignPage } from '../../contract/campaign.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { SavedViews } from '../views/saved-views.js';
import { WordsField } from '../views/words-field.js';
import { campaignsQuery } from './campaign-queries.js';
import { type CampaignSearch, inOrder, type Phase, PHASES } from './campaign-search.js';
import { CampaignSheet } from './campaign-sheet.js';
import { CampaignTable } from './campaign-table.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/campaigns.css';

function Filters({ counts, search }: { counts: CampaignPage['counts']; search: CampaignSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choice = (of: Phase | undefined, words: string) => (
    <Link
      key={of ?? 'all'}
      to="/campaigns"
      search={{ ...search, phase: of }}
      className="preset"
      activeProps={{ className: '', 'aria-current': undefined }}
      aria-current={of === search.phase ? 'page' : undefined}
    >
      {words}
    </Link>
  );
  return (
    <div className="campaign-filters" role="search" aria-label={t('campaign.filters')}>
      <WordsField
        className="campaign-words"
        label={t('campaign.search')}
        words={search.q}
        onAsk={(q) => void navigate({ to: '/campaigns', search: { ...search, q } })}
      />
      <nav className="campaign-filter" aria-label={t('campaign.filter')}>
        {choice(undefined, t('campaign.all'))}
        {PHASES.map((of) => choice(of, `${t(`campaign.phase.${of}`)} ${counts[of]}`))}
      </nav>
    </div>
  );
}

function Empty({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p className="empty-title">{t('campaign.empty')}</p>
      <p>{t(mayEdit ? 'campaign.emptyBody' : 'campaign.emptyReader')}</p>
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <p className="empty">
      {t('campaign.none')}{' '}
      <Link to="/campaigns" search={{}}>
        {t('campaign.showAll')}
      </Link>
    </p>
  );
}

function Listed({ search, mayEdit }: { search: CampaignSearch; mayEdit: boolean }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(campaignsQuery(search));
  const first = pages.data?.pages[0];
  if (pages.error) return <p className="form-refusal">{refusalWords(pages.error, t)}</p>;
  if (!pages.data || !first) return <p className="loading">{t('campaign.loading')}</p>;
  const narrowed = search.phase !== undefined || search.q !== undefined;
  const shown = inOrder(pages.data.pages.flatMap(({ items }) => items));
  if (shown.length === 0 && !narrowed) return <Empty mayEdit={mayEdit} />;
  return (
    <section aria-label={t('campaign.title')} aria-busy={pages.isPlaceholderData}>
      <SavedViews page="campaigns" />
      <Filters counts={first.counts} search={search} />
      {shown.length > 0 ? <CampaignTable campaigns={shown} /> : <Nothing />}
      {pages.hasNextPage && (
        <p className="campaign-older">
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('campaign.older')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** 专项保障: what is watched more closely for a time, and what came of it. */
export function CampaignsPage() {
  const { t } = useTranslation();
  const mayEdit = useMay('campaign.edit');
  const search = useSearch({ from: '/shell/campaigns' });
  const [adding, setAdding] = useState(false);
  useNamePage(t('campaign.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('campaign.title')}</h1>
        <p className="sheet-lead">{t('campaign.lead')}</p>
        {mayEdit && (
          <div className="head-actions">
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('campaign.add')}
            </Button>
          </div>
        )}
      </header>
      <Listed search={search} mayEdit={mayEdit} />
      {adding && <CampaignSheet campaign={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
