import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeWithSecret } from '../../contract/intake.js';
import { intakesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useNamePage } from '../shell/page-name.js';
import { CollectingViews } from '../sources/collecting-views.js';
import { AddIntake } from './add-intake.js';
import { IntakeTable, type IntakeSheet } from './intake-table.js';
import { EndIntake } from './end-intake.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/intakes.css';

const HandOver = lazy(() => import('./hand-over.js').then((module) => ({ default: module.HandOver })));

/** `secret`: what the server has just told, this once. */
type Open = { name: 'add' } | { name: 'secret'; made: IntakeWithSecret } | ({ name: IntakeSheet } & { id: string });

function IntakeSheets({ open, onOpen }: { open: Open; onOpen: (next: Open | null) => void }) {
  const { data = [] } = useQuery(intakesQuery);
  const close = (): void => onOpen(null);
  const handOver = (made: IntakeWithSecret): void => onOpen({ name: 'secret', made });
  if (open.name === 'add') return <AddIntake onMade={handOver} onClose={close} />;
  const intake = open.name === 'secret' ? open.made : data.find(({ id }) => id === open.id);
  if (intake === undefined) return null;
  if (open.name === 'renew' || open.name === 'revoke')
    return <EndIntake intake={intake} act={open.name} onRenewed={handOver} onClose={close} />;
  return (
    <Suspense>
      <HandOver intake={intake} secret={open.name === 'secret' ? open.made.secret : null} onClose={close} />
    </Suspense>
  );
}

/** 接入: the monitoring services that send us their articles. */
export function IntakesPage() {
  const { t } = useTranslation();
  const { data, error } = useQuery(intakesQuery);
  const [open, setOpen] = useState<Open | null>(null);
  useNamePage(t('intake.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('intake.title')}</h1>
        <p className="sheet-lead">{t('intake.lead')}</p>
        <div className="head-actions">
          <Button type="primary" onClick={() => setOpen({ name: 'add' })}>
            {t('intake.add')}
          </Button>
        </div>
      </header>
      <CollectingViews />
      {data && data.length > 0 && <IntakeTable intakes={data} onSheet={(name, id) => setOpen({ name, id })} />}
      {data?.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('intake.empty')}</p>
          <p>{t('intake.emptyBody')}</p>
        </div>
      )}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('intake.loading')}</p>
      )}
      {open !== null && <IntakeSheets open={open} onOpen={setOpen} />}
    </div>
  );
}
