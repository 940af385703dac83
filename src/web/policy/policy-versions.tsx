import { useTranslation } from 'react-i18next';
import type { PolicyVersion } from '../../contract/policy.js';
import { Moment } from '../clock/moment.js';
import { type Difference, differences } from './policy-difference.js';

function Change({ change: { path, before, after } }: { change: Difference }) {
  const { t } = useTranslation();
  return (
    <li>
      <code>{path}</code> {after ?? t('policy.none')}{' '}
      <span className="quiet">{t('policy.was', { value: before ?? t('policy.none') })}</span>
    </li>
  );
}

function Changes({ version, before }: { version: PolicyVersion; before: PolicyVersion | undefined }) {
  const { t } = useTranslation();
  if (!before) return <p className="quiet">{t('policy.first')}</p>;
  const changes = differences(before.body, version.body).filter(({ path }) => path !== 'title');
  if (changes.length === 0) return <p className="quiet">{t('policy.same')}</p>;
  return (
    <ul>
      {changes.map((change) => (
        <Change key={change.path} change={change} />
      ))}
    </ul>
  );
}

/** 历次版本: the newest first, each with what it changed. */
export function PolicyVersions({ versions }: { versions: PolicyVersion[] }) {
  return (
    <ol className="policy-versions">
      {versions.map((version, at) => (
        <li key={version.version}>
          <h3>
            {version.version} <Moment at={version.takenAt} />
          </h3>
          <Changes version={version} before={versions[at + 1]} />
        </li>
      ))}
    </ol>
  );
}
