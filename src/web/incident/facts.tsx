import { useTranslation } from 'react-i18next';
import { FigureHistory } from '../stories/figure-history.js';
import type { FactsView, IncidentView } from '../../contract/incident.js';

const ORDER = ['deaths', 'missing', 'seriousInjuries', 'injuries', 'poisoned', 'economicLossYuan'] as const;
type Fact = (typeof ORDER)[number];

function FactRow({ name, figure }: { name: Fact; figure: NonNullable<FactsView[Fact]> }) {
  const { t, i18n } = useTranslation();
  const compact = { notation: 'compact', maximumFractionDigits: 2 } as const;
  const value = new Intl.NumberFormat(i18n.language, name === 'economicLossYuan' ? compact : {}).format(figure.value);
  const said = { bound: t(`incident.bound.${figure.bound}`), value };
  return (
    <div>
      <dt>{t(`incident.fact.${name}`)}</dt>
      <dd>
        <b>{name === 'economicLossYuan' ? t('incident.yuan', said) : t('incident.people', said)}</b>
        <q>{figure.span}</q>
        {figure.articleId === null ? (
          <small>{t('incident.byPerson')}</small>
        ) : (
          <a href={`#article-${figure.articleId}`}>{t('incident.seeArticle')}</a>
        )}
      </dd>
    </div>
  );
}

/** The figures that were read, each with the words it stands in; and the rule that made a level of them. */
export function Facts({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const known = ORDER.flatMap((name) => {
    const figure = incident.facts[name];
    return figure === null ? [] : [{ name, figure }];
  });
  const { text, source } = incident.levelReason;
  const isKnown = Object.values(incident.figures).some((history) => history !== null);
  return (
    <section className="side-block" aria-labelledby="facts">
      <h2 id="facts">{t('incident.facts')}</h2>
      {isKnown ? (
        <FigureHistory figures={incident.figures} addressOf={(id) => `#article-${id}`} />
      ) : known.length === 0 ? (
        <p className="quiet">{t('incident.noFacts')}</p>
      ) : (
        <dl className="pairs facts">
          {known.map(({ name, figure }) => (
            <FactRow key={name} name={name} figure={figure} />
          ))}
        </dl>
      )}
      {text !== null && (
        <div className="why">
          <h3>{t('incident.why')}</h3>
          <p>{text}</p>
          {source !== null && <p className="citation">{t('incident.whySource', { source })}</p>}
        </div>
      )}
    </section>
  );
}
