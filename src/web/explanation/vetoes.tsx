import { useTranslation } from 'react-i18next';
import { explanationZh } from '../locales/zh-CN/explanation.js';
import { LevelWord } from '../marks/level-word.js';
import { useTrapWord } from '../words/trap-word.js';
import type { Told } from './explanation-query.js';
import { saidWords } from './words.js';

type Veto = Told['vetoes'][number];
type Phase = keyof (typeof explanationZh)['explanation']['phaseWord'];
type Place = keyof (typeof explanationZh)['explanation']['scopeWord'];

/** What held the article back: the trap, phase, place or rule in words. */
function useVetoWhat(): (veto: Veto) => string {
  const { t } = useTranslation();
  const trapWord = useTrapWord();
  return ({ by, what }) => {
    if (by === 'trap') return trapWord(what);
    if (by === 'phase') return t(`explanation.phaseWord.${what as Phase}`);
    return by === 'place' ? t(`explanation.scopeWord.${what as Place}`) : what;
  };
}

/** A row of the tables on which no level rests. */
function Row({ grade }: { grade: Told['grades'][number] | undefined }) {
  if (!grade) return null;
  return (
    <span className="veto-row">
      <LevelWord level={grade.level} /> {grade.source} <code>{grade.ruleId}</code>
    </span>
  );
}

/** All that spoke against a level, an alert or the office's field. */
export function Vetoes({ told: { vetoes, grades } }: { told: Told }) {
  const { t } = useTranslation();
  const whatOf = useVetoWhat();
  return (
    <ul className="changes">
      {vetoes.map((veto) => (
        <li key={`${veto.by} ${veto.what}`}>
          {t(`explanation.vetoBy.${veto.by}`, { what: whatOf(veto) })}
          {veto.by === 'unverified' && <Row grade={grades.find(({ ruleId }) => ruleId === veto.what)} />}
          {veto.rests.length > 0 && <q lang="zh-CN">{saidWords(veto.rests, t)}</q>}
        </li>
      ))}
    </ul>
  );
}
