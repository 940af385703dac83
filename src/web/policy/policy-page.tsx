import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyPage as Page, PolicyVersion } from '../../contract/policy.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMoment } from '../clock/moment.js';
import { useNamePage } from '../shell/page-name.js';
import { PolicyClocks, PolicyLadder, PolicyStart } from './policy-clocks.js';
import type { ShownPolicy } from './policy-numbers.js';
import { PolicyOthers } from './policy-others.js';
import { PolicySeverity } from './policy-severity.js';
import { PolicyVersions } from './policy-versions.js';
import '../styles/report.css';
import '../styles/policy.css';

const policyQuery = queryOptions({ queryKey: ['policy'], queryFn: () => call<Page>('GET', '/policy') });

const shownPolicy = ({ body }: PolicyVersion): ShownPolicy => body as unknown as ShownPolicy;

function Block({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="report-block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function InForce({ page, version }: { page: Page; version: PolicyVersion }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const policy = shownPolicy(version);
  return (
    <>
      <p className="as-of">
        {t('policy.inForce')} <b>{version.version}</b> · {version.title} ·{' '}
        {t('policy.since', { time: moment(version.takenAt) })}
      </p>
      {page.refused.length > 0 && (
        <p className="form-refusal">{t('policy.refused', { faults: page.refused.join(t('list.comma')) })}</p>
      )}
      <Block title={t('policy.clocks')}>
        <PolicyClocks clocks={policy.clocks} />
      </Block>
      <Block title={t('policy.start')}>
        <PolicyStart start={policy.clockStart} />
      </Block>
      <Block title={t('policy.ladder')}>
        <PolicyLadder ladder={policy.ladder} clocks={policy.clocks} />
      </Block>
      <Block title={t('policy.others')}>
        <PolicyOthers policy={policy} />
        <p className="hint">{t('policy.addresses')}</p>
      </Block>
      <Block title={t('policy.severity')}>
        <PolicySeverity severity={page.severity} />
      </Block>
    </>
  );
}

/** 时限政策: what is in force, where each number stands, and what earlier versions said. */
export function PolicyPage() {
  const { t } = useTranslation();
  const { data, error } = useQuery(policyQuery);
  useNamePage(t('policy.title'));
  const version = data?.versions.find((one) => one.version === data.version);
  return (
    <div className="report policy">
      <header className="report-head">
        <h1>{t('policy.title')}</h1>
        <p className="sheet-lead">{t('policy.lead')}</p>
      </header>
      {error && <p className="form-refusal">{refusalWords(error, t)}</p>}
      {!data && !error && <p className="loading">{t('policy.loading')}</p>}
      {data && version && <InForce page={data} version={version} />}
      {data && (
        <Block title={t('policy.versions')}>
          <p className="hint">{t('policy.versionsHint')}</p>
          <PolicyVersions versions={data.versions} />
        </Block>
      )}
    </div>
  );
}
