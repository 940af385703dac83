import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { OpinionBlock } from '../stories/opinion-block.js';
import { Publishers } from '../stories/publishers.js';

/** How far the talk of the case reaches: its level, and who says it. */
export function Reach({ incident: { opinion, publishers } }: { incident: IncidentView }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="side-block" aria-labelledby="opinion">
        <h2 id="opinion">{t('stories.opinion.name')}</h2>
        <OpinionBlock opinion={opinion} />
        <p className="quiet heat-sum">
          {t('stories.heat.sum', {
            articles: opinion.articles,
            families: opinion.families,
            originals: opinion.originals,
          })}
        </p>
      </section>
      <section className="side-block" aria-labelledby="publishers">
        <h2 id="publishers">
          {t('stories.publishers.title')} <span className="count">{publishers.length}</span>
        </h2>
        <Publishers publishers={publishers} />
      </section>
    </>
  );
}
