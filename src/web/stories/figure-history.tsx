import { useTranslation } from 'react-i18next';
import type { FigureHistories, FigureHistoryView } from '../../contract/figure-history.js';
import { Moment } from '../clock/moment.js';
import { type FactName, FACTS, useFactWords } from './fact-words.js';

type Statement = FigureHistoryView['stands'];
/** Where an article of the page stands, as an address. */
export type ArticleAddress = (articleId: string) => string;

interface HistoryProps {
  name: FactName;
  history: FigureHistoryView;
  addressOf: ArticleAddress;
}

const isSame = (one: Statement, other: Statement): boolean =>
  one.value === other.value && one.at === other.at && one.articleId === other.articleId;

/** 3 → 17 → 29: the statements in the order they came up, the one that stands in bold. */
function Chain({ name, history: { steps, stands } }: HistoryProps) {
  const { t } = useTranslation();
  const words = useFactWords();
  const standing = steps.findLastIndex((step) => isSame(step, stands));
  return (
    <span className="chain">
      {steps.map((step, at) => (
        <span key={at}>
          {at > 0 && (
            <>
              <span aria-hidden="true"> → </span>
              <span className="unseen">{t('stories.figures.becomes')}</span>
            </>
          )}
          {at === standing ? <b>{words(name, step)}</b> : words(name, step)}
        </span>
      ))}
      {standing < 0 && <b> {words(name, stands)}</b>}
    </span>
  );
}

function Steps({ name, history: { steps }, addressOf }: HistoryProps) {
  const { t } = useTranslation();
  const words = useFactWords();
  return (
    <ol className="figure-steps">
      {steps.map((step, at) => (
        <li key={at}>
          <b>{words(name, step)}</b>
          <q lang="zh-CN">{step.span}</q>
          <small>
            {step.source} <Moment at={step.at} />{' '}
            {step.articleId !== null && <a href={addressOf(step.articleId)}>{t('stories.figures.seeArticle')}</a>}{' '}
            {step.repeats > 0 && t('stories.figures.repeats', { count: step.repeats })}
          </small>
        </li>
      ))}
    </ol>
  );
}

const MOST_CONFLICTS = 2;

/** Contradictions of what stands come first; the others are seen among the steps. */
function Conflicts({ name, history: { conflicts, stands } }: HistoryProps) {
  const { t } = useTranslation();
  const words = useFactWords();
  const ofStanding = conflicts.filter(({ earlier, later }) => isSame(earlier, stands) || isSame(later, stands));
  return ofStanding.slice(0, MOST_CONFLICTS).map(({ kind, earlier, later }, at) => (
    <p key={at} className="conflict">
      {t('stories.figures.conflictLine', {
        kind: t(`stories.figures.conflict.${kind}`),
        ...{ earlier: words(name, earlier), earlierSource: earlier.source },
        ...{ later: words(name, later), laterSource: later.source },
      })}
    </p>
  ));
}

function History(props: HistoryProps) {
  const { t } = useTranslation();
  const { name, history } = props;
  return (
    <div>
      <dt>{t(`incident.fact.${name}`)}</dt>
      <dd className="figure-history">
        <Chain {...props} />
        <small>{t(`stories.figures.why.${history.why}`)}</small>
        <Conflicts {...props} />
        <details className="rules">
          <summary>{t('stories.figures.steps')}</summary>
          <Steps {...props} />
        </details>
      </dd>
    </div>
  );
}

/** Figures with their history: who said what and when, what stands and why, and what contradicts. */
export function FigureHistory({ figures, addressOf }: { figures: FigureHistories; addressOf: ArticleAddress }) {
  const { t } = useTranslation();
  const known = FACTS.flatMap((name) => {
    const history = figures[name];
    return history === null ? [] : [{ name, history }];
  });
  if (known.length === 0) return <p className="quiet">{t('stories.figures.none')}</p>;
  return (
    <dl className="pairs facts">
      {known.map(({ name, history }) => (
        <History key={name} name={name} history={history} addressOf={addressOf} />
      ))}
    </dl>
  );
}
