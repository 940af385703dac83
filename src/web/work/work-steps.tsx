import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/records/record.js';
import { isExit } from '../../domain/lifecycle/stage.js';
import { usePerson } from '../session/person.js';
import { recordWord } from '../words/record-words.js';
import { CHAIN, lacking, missingOf, nextStep } from './standing.js';
import { type Told, useTold } from './told.js';
import { mayWish, notesOf, type Wish, wishOf } from './wish.js';

/** 手续待补: what was published without it. */
export function Irregular({ irregularities }: { irregularities: Told }) {
  const { t } = useTranslation();
  const told = useTold();
  if (irregularities.length === 0) return null;
  return (
    <section className="work-irregular" aria-label={t('work.irregular')}>
      <b>{t('work.irregular')}</b>
      <p>{t('work.irregularHint')}</p>
      <ul>
        {irregularities.map((one) => (
          <li key={one.code}>{told(one)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What each step to come still lacks. */
export function Lacks({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const told = useTold();
  const lacks = lacking(workspace);
  if (lacks.length === 0) return null;
  return (
    <section className="work-lacks" aria-label={t('work.lacks')}>
      <h3>{t('work.lacks')}</h3>
      <dl>
        {lacks.map(({ step, missing }) => (
          <div key={step}>
            <dt>{t(`work.step.${step}`)}</dt>
            {missing.map((one) => (
              <dd key={one.code}>{told(one)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

interface StepsProps {
  workspace: Workspace;
  onWish: (wish: Wish) => void;
}

/** What this person can do now: the step the case waits for in weight, what belongs to no step below. */
export function Steps({ workspace, onWish }: StepsProps) {
  const { t } = useTranslation();
  const { role } = usePerson();
  const next = nextStep(workspace);
  const ready = CHAIN.filter(
    (step) => workspace.stage !== 'merged' && mayWish(role, wishOf(step)) && missingOf(workspace, step).length === 0,
  );
  const notes = notesOf(workspace).filter((kind) => mayWish(role, kind));
  if (ready.length + notes.length === 0) return <p className="quiet">{t('work.nothing')}</p>;
  return (
    <>
      <div className="work-steps" role="group" aria-label={t('work.next')}>
        {ready.map((step) => (
          <Button key={step} type={step === next ? 'primary' : 'default'} onClick={() => onWish(wishOf(step))}>
            {step === 'reopen' && isExit(workspace.stage) ? t('work.retake') : t(`work.step.${step}`)}
          </Button>
        ))}
      </div>
      {notes.length > 0 && (
        <div className="work-notes" role="group" aria-label={t('work.note')}>
          <span>{t('work.note')}</span>
          {notes.map((kind) => (
            <Button key={kind} type="link" size="small" onClick={() => onWish(kind)}>
              {recordWord(kind, t)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
