import { useTranslation } from 'react-i18next';
import type { ArticleExplanation } from '../../contract/explanation.js';
import { explanationZh } from '../locales/zh-CN/explanation.js';
import { useBureauName } from '../words/bureau-name.js';
import { useTrapWord } from '../words/trap-word.js';
import { useDispositionWord } from '../words/disposition-word.js';
import { useFigureName, useFigureWords } from './words.js';

type Two = NonNullable<ArticleExplanation['otherwise']>;
type Answers = Two['now'];
type Question = keyof (typeof explanationZh)['explanation']['version']['question'];
const isQuestion = (name: string): name is Question => Object.hasOwn(explanationZh.explanation.version.question, name);

/** One answer of a judgement in words. */
function useAnswerWords(): (answers: Answers, question: Question) => string {
  const { t } = useTranslation();
  const bureauOf = useBureauName();
  const trapWord = useTrapWord();
  const figureName = useFigureName();
  const figureWords = useFigureWords();
  const dispositionWord = useDispositionWord();
  const list = (words: string[]): string => (words.length > 0 ? words.join(t('list.comma')) : t('explanation.none'));
  const yesNo = (answer: boolean): string => t(answer ? 'explanation.yes' : 'explanation.no');
  return (answers, question) => {
    const { trap, eventKind, scope, phase, figures, level, basis, alert, lead, disposition } = answers;
    switch (question) {
      case 'isIncident':
        return yesNo(answers.isIncident);
      case 'trap':
        return list(trap === null ? [] : [trapWord(trap)]);
      case 'eventKind':
        return list(eventKind === null ? [] : [eventKind]);
      case 'places':
        return list(answers.places);
      case 'scope':
        return t(`explanation.scopeWord.${scope}`);
      case 'phase':
        return list(phase === null ? [] : [t(`explanation.phaseWord.${phase}`)]);
      case 'figures':
        return list(figures.map((one) => `${figureName(one.name)} ${figureWords({ ...one, bound: 'exact' })}`));
      case 'level':
        return t(`level.${level ?? 'none'}`);
      case 'basis':
        return list(basis === null ? [] : [t(`level.basis.${basis}`)]);
      case 'alert':
        return t(alert ? 'explanation.alertYes' : 'explanation.alertNo');
      case 'inScope':
        return yesNo(answers.inScope);
      case 'lead':
        return list(lead === null ? [] : [bureauOf(lead)]);
      case 'co':
        return list(answers.co.map(bureauOf));
      case 'disposition':
        return list(disposition === null ? [] : [dispositionWord(disposition)]);
      default:
        return list(answers.focus);
    }
  };
}

/** Where the rules of now would answer otherwise: then and now, side by side. */
export function Otherwise({ otherwise: { questions, stored, now } }: { otherwise: Two }) {
  const { t } = useTranslation();
  const words = useAnswerWords();
  return (
    <dl className="pairs otherwise">
      {questions.filter(isQuestion).map((question) => (
        <div key={question}>
          <dt>{t(`explanation.version.question.${question}`)}</dt>
          <dd>
            <span>
              <small>{t('explanation.version.was')}</small> {words(stored, question)}
            </span>
            <span>
              <small>{t('explanation.version.now')}</small> <b>{words(now, question)}</b>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
