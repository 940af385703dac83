import { useTranslation } from 'react-i18next';
import type { EvidencePage } from '../../contract/evidence-correction.js';
import { useMoment } from '../clock/moment.js';

/** Of the digest as much as tells two copies apart at a glance. */
const SHOWN = 12;

/** What a person should look at of the page behind a link; one that agrees only offers its copy. `copy`: where that is downloaded. */
export function PageRemark({ page, copy }: { page: EvidencePage | null; copy: string }) {
  const { t } = useTranslation();
  const moment = useMoment();
  if (page === null) return null;
  if (page.state === 'unreachable')
    return <span className="proof-remark">{t('correction.pageUnreachable', { detail: page.detail ?? '' })}</span>;
  const words = page.precision === 'day' ? 'correction.pageDay' : 'correction.pageDiffers';
  return (
    <>
      {page.differs && page.at !== null && <span className="proof-remark">{t(words, { time: moment(page.at) })}</span>}
      {page.sha256 !== null && (
        <small title={page.sha256}>
          <a href={copy} download>
            {t('correction.pageKept', { sha: page.sha256.slice(0, SHOWN) })}
          </a>
        </small>
      )}
    </>
  );
}
