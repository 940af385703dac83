import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelWord } from '../marks/level-word.js';
import { useBureauName } from '../words/bureau-name.js';
import { useTrapWord } from '../words/trap-word.js';
import type { Rests, Told } from './explanation-query.js';
import { saidWords } from './words.js';

/** What is said, and what follows from it. */
function Sentence({ said, children }: { said: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <p className="therefore">
      {said !== '' && (
        <>
          <q lang="zh-CN">{said}</q> <span aria-hidden="true">→</span>{' '}
          <span className="unseen">{t('explanation.so')}</span>
        </>
      )}
      {children}
    </p>
  );
}

/** The words behind the level: official ones, the figures of its row, 重大人员伤亡, or those of the kind. */
function wordsBehind({ level, grades, figures, said, kind }: Told): Rests {
  if (level.basis === 'OFFICIAL') return level.official;
  const chosen = grades.find((one) => one.chosen);
  const named = [
    ...figures.filter(({ name }) => chosen?.figures.includes(name)),
    ...said.filter(({ id }) => chosen?.said.includes(id)),
  ].map(({ rests }) => rests);
  if (named.length > 0) return named;
  return level.grave.length > 0 ? level.grave : kind.rests;
}

function Level({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { level, grades } = told;
  const chosen = grades.find((one) => one.chosen);
  if (level.answer === null)
    return <b>{t(level.grave.length > 0 ? 'explanation.head.grave' : 'explanation.head.noLevel')}</b>;
  const official = level.basis === 'OFFICIAL' && t('explanation.head.official');
  const row =
    chosen?.kind && chosen.source && t('explanation.head.under', { kind: chosen.kind, source: chosen.source });
  const basis = level.basis !== null && level.basis !== 'OFFICIAL' && t(`level.basis.${level.basis}`);
  const notes = [
    official || row,
    basis,
    chosen?.verified === false && t('level.unverified'),
    level.provisional && t('explanation.head.provisional'),
  ].filter((note) => typeof note === 'string');
  return (
    <>
      <LevelWord level={level.answer} pill /> <span className="therefore-notes">{notes.join(' · ')}</span>
    </>
  );
}

function Event({ told }: { told: Told }) {
  const { t } = useTranslation();
  const trapWord = useTrapWord();
  const { happening, trap } = told;
  if (trap) {
    return (
      <Sentence said={saidWords(trap.rests, t)}>
        <b>{t('explanation.head.trap', { why: trapWord(trap.id) })}</b>
      </Sentence>
    );
  }
  if (!happening.answer) {
    const why = t(happening.because === 'no_words' ? 'explanation.head.noWords' : 'explanation.head.noHarm');
    return (
      <Sentence said={happening.because === 'no_words' ? '' : saidWords(happening.rests, t)}>
        <b>{t('explanation.head.ordinary')}</b> <span className="therefore-notes">{why}</span>
      </Sentence>
    );
  }
  return (
    <Sentence said={saidWords(wordsBehind(told), t)}>
      <Level told={told} />
    </Sentence>
  );
}

function Matter({ told: { scope, units } }: { told: Told }) {
  const { t } = useTranslation();
  const bureauOf = useBureauName();
  const rests = scope.answer ? scope.rules.flatMap((one) => one.rests) : [];
  return (
    <Sentence said={saidWords(rests, t)}>
      <b>{t(scope.answer ? 'explanation.head.ours' : 'explanation.head.notOurs')}</b>{' '}
      <span className="therefore-notes">
        {scope.answer && units.lead !== null && t('explanation.head.lead', { name: bureauOf(units.lead) })}
        {!scope.answer && t('explanation.head.notOursPoints', { evidence: scope.evidence, line: scope.line })}
      </span>
    </Sentence>
  );
}

/** The judgement in two sentences: what happened and how grave it is; whose matter it is. */
export function Headline({ told }: { told: Told }) {
  return (
    <div className="headline">
      <Event told={told} />
      <Matter told={told} />
    </div>
  );
}
