import { useTranslation } from 'react-i18next';
import type { ArchivedArticle, JudgementSummary } from '../../contract/archive.js';
import { useBureauName } from '../words/bureau-name.js';
import { useTrapWord } from '../words/trap-word.js';

const FACTS = ['deaths', 'missing', 'seriousInjuries', 'injuries', 'poisoned', 'economicLossYuan'] as const;

function Verdict({ judgement: { isIncident, trap } }: { judgement: JudgementSummary }) {
  const { t } = useTranslation();
  const trapWord = useTrapWord();
  if (isIncident) return <b>{t('archive.isIncident')}</b>;
  return <b>{trap === null ? t('archive.isOrdinary') : t('archive.trap', { why: trapWord(trap) })}</b>;
}

function Figures({ facts }: { facts: JudgementSummary['facts'] }) {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 2 });
  return FACTS.flatMap((name) => {
    const fact = facts.find(({ metric }) => metric === name);
    if (!fact) return [];
    const said = { bound: t(`incident.bound.${fact.bound}`), value: format.format(fact.value) };
    return (
      <div key={name}>
        <dt>{t(`incident.fact.${name}`)}</dt>
        <dd>
          <b>{name === 'economicLossYuan' ? t('incident.yuan', said) : t('incident.people', said)}</b>
          <q>{fact.span}</q>
        </dd>
      </div>
    );
  });
}

function Read({ judgement }: { judgement: JudgementSummary }) {
  const { t } = useTranslation();
  const bureauOf = useBureauName();
  const { places, focus, lead, facts } = judgement;
  const pairs = [
    { name: t('archive.places'), words: places.join(' ') },
    { name: t('archive.focus'), words: focus.map((one) => t(`focus.${one}`)).join(t('list.comma')) },
    { name: t('archive.lead_bureau'), words: lead === null ? '' : bureauOf(lead) },
  ].filter(({ words }) => words !== '');
  return (
    <>
      <p className="article-verdict">
        <Verdict judgement={judgement} />
      </p>
      <dl className="pairs facts">
        <Figures facts={facts} />
        {pairs.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What the rules read in the article, in short. */
export function ArticleJudgement({ article }: { article: ArchivedArticle }) {
  const { t } = useTranslation();
  const { judgement, setAside } = article;
  return (
    <section className="side-block" aria-labelledby="judgement">
      <h2 id="judgement">{t('archive.judgement')}</h2>
      {judgement && <Read judgement={judgement} />}
      {!judgement && <p className="quiet">{t(setAside ? 'archive.setAside' : 'archive.notJudged')}</p>}
    </section>
  );
}
