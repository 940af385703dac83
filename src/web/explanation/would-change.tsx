import { useTranslation } from 'react-i18next';
import { nextLineText } from '../../domain/reading/next-lines-text.js';
import { useTrapWord } from '../words/trap-word.js';
import type { Told } from './explanation-query.js';
import { saidWords } from './words.js';

type Becomes = Told['wouldChange']['words'][number]['becomes'];

/** 突发事件, 重大, 报警. */
function useBecomes(): (becomes: Becomes) => string {
  const { t } = useTranslation();
  const trapWord = useTrapWord();
  return ({ isIncident, trap, phase, level, alert }) => {
    if (trap !== null) return t('explanation.head.trap', { why: trapWord(trap) });
    if (!isIncident) return t('explanation.change.ordinary');
    const parts = [
      t('explanation.change.incident'),
      ...(phase === null ? [] : [t(`explanation.phaseWord.${phase}`)]),
      t(`level.${level ?? 'none'}`),
      t(alert ? 'explanation.change.alert' : 'explanation.change.noAlert'),
    ];
    return parts.join(t('list.comma'));
  };
}

function Words({ told }: { told: Told }) {
  const { t } = useTranslation();
  const becoming = useBecomes();
  return told.wouldChange.words.map(({ without, rests, becomes }) => (
    <li key={without}>
      {t('explanation.change.without', { words: saidWords(rests, t) })} <span aria-hidden="true">→</span>{' '}
      <b>{t('explanation.change.becomes', { answer: becoming(becomes) })}</b>
    </li>
  ));
}

function Lines({ told }: { told: Told }) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return told.wouldChange.lines.map((line) => (
    <li key={`${line.figure} ${line.direction}`}>{nextLineText(line)[language]}</li>
  ));
}

function Field({ told: { wouldChange, scope } }: { told: Told }) {
  const { t } = useTranslation();
  const { missing, steps } = wouldChange.scope;
  const becomes = t(scope.answer ? 'explanation.head.notOurs' : 'explanation.head.ours');
  return (
    <>
      {missing > 0 && <li>{t('explanation.change.missing', { count: missing })}</li>}
      {steps.map(({ rule, how, words }) => {
        const said = t(how === 'add' ? 'explanation.change.inField' : 'explanation.change.outOfField', {
          words:
            how === 'add'
              ? words.join(t('list.comma'))
              : words.map((one) => t('explanation.said', { words: one })).join(''),
        });
        return (
          <li key={rule}>
            {said} <span aria-hidden="true">→</span> <b>{becomes}</b>
          </li>
        );
      })}
    </>
  );
}

/** The nearest ways to another answer. */
export function WouldChange({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { words, scope, lines } = told.wouldChange;
  const none = words.length + scope.steps.length + lines.length + scope.missing === 0;
  return (
    <>
      {none && <p className="quiet">{t('explanation.change.none')}</p>}
      <ul className="changes">
        <Lines told={told} />
        <Words told={told} />
        <Field told={told} />
      </ul>
    </>
  );
}
