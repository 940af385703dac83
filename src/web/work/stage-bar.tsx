import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/records/record.js';
import { isExit } from '../../domain/lifecycle/stage.js';
import { Moment } from '../clock/moment.js';
import { stageWord } from '../words/record-words.js';
import { fiveOf, type FiveStep } from './standing.js';

const SIGN = { done: '✓', now: '●', skipped: '–', ahead: '○' };

function Five({ step: { name, state, at }, detail }: { step: FiveStep; detail: string }) {
  const { t } = useTranslation();
  return (
    <li className={`five-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <b>
        <span aria-hidden="true">{SIGN[state]}</span> {t(`five.${name}`)}
      </b>
      {state === 'now' && detail !== t(`five.${name}`) && <span>{detail}</span>}
      {state === 'skipped' && <small>{t('work.stageSkipped')}</small>}
      {at !== null && (
        <small>
          <Moment at={at} />
        </small>
      )}
    </li>
  );
}

/** The five stages of the notice, the step the case is at, and the exit it took. */
export function StageBar({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const { stage } = workspace;
  const word = stageWord(stage, t);
  return (
    <section className="stage-bar" aria-label={t('work.stages')}>
      <ol>
        {fiveOf(workspace).map((step) => (
          <Five key={step.name} step={step} detail={word} />
        ))}
      </ol>
      {isExit(stage) && <p className="stage-exit">{t('work.exit', { stage: word })}</p>}
      {!isExit(stage) && (stage === 'closed' || stage === 'archived') && (
        <p className="stage-exit">{t('work.stageNow', { stage: word })}</p>
      )}
    </section>
  );
}
