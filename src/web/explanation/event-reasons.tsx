import { useTranslation } from 'react-i18next';
import { Moment } from '../clock/moment.js';
import { useTrapWord } from '../words/trap-word.js';
import { AlertChecks } from './alert-checks.js';
import type { Told } from './explanation-query.js';
import { Figures } from './figures.js';
import { GradeList } from './grade-list.js';
import { Reason } from './reason.js';
import { Vetoes } from './vetoes.js';

interface Props {
  articleId: string;
  told: Told;
}

function Kind({ articleId, told: { kind, grades } }: Props) {
  const { t } = useTranslation();
  const reference = grades.find(({ basis }) => basis === 'REFERENCE')?.kind;
  return (
    <Reason articleId={articleId} question="kind" answer={kind.answer ?? t('explanation.none')} rests={kind.rests}>
      {kind.answer === null && <p className="quiet">{t('explanation.kindNone')}</p>}
      {kind.tables.length > 0 && (
        <p className="quiet">{t('explanation.tables', { names: kind.tables.join(t('list.comma')) })}</p>
      )}
      {kind.answer !== null && kind.tables.length === 0 && reference && (
        <p className="quiet">{t('explanation.byReference', { kind: reference })}</p>
      )}
    </Reason>
  );
}

function Trap({ articleId, told: { trap } }: Props) {
  const { t } = useTranslation();
  const trapWord = useTrapWord();
  const answer = trap ? trapWord(trap.id) : t('explanation.none');
  return (
    <Reason articleId={articleId} question="trap" answer={answer} rests={trap?.rests ?? []}>
      {!trap && <p className="quiet">{t('explanation.trapNone')}</p>}
    </Reason>
  );
}

function Place({ articleId, told: { place } }: Props) {
  const { t } = useTranslation();
  const answer = [t(`explanation.scopeWord.${place.scope}`), ...place.places].join(' ');
  return (
    <Reason articleId={articleId} question="place" answer={answer} rests={place.rests}>
      {place.rests.length === 0 && <p className="quiet">{t('explanation.scopeDefault')}</p>}
    </Reason>
  );
}

function Phase({ articleId, told: { phase, occurred } }: Props) {
  const { t } = useTranslation();
  const { answer, rests } = phase;
  const unsaid = answer === 'breaking' ? 'explanation.phaseDefault' : 'explanation.phaseByDate';
  const word = answer === null ? t('explanation.none') : t(`explanation.phaseWord.${answer}`);
  return (
    <Reason articleId={articleId} question="phase" answer={word} rests={[...rests, ...(occurred?.rests ?? [])]}>
      {answer !== null && rests.length === 0 && <p className="quiet">{t(unsaid)}</p>}
      {occurred && (
        <p className="quiet">
          {t('explanation.occurred', { time: '' })}{' '}
          <Moment at={occurred.at} show={occurred.precision === 'day' ? 'day' : 'moment'} />{' '}
          {t(`incident.precision.${occurred.precision}`)}
        </p>
      )}
    </Reason>
  );
}

function Level({ articleId, told }: Props) {
  const { t } = useTranslation();
  const { level, grades } = told;
  const answer = t(`level.${level.answer ?? 'none'}`);
  return (
    <Reason articleId={articleId} question="level" answer={answer} rests={[...level.official, ...level.grave]}>
      {level.grave.length > 0 && <p className="quiet">{t('explanation.graveHint')}</p>}
      <GradeList grades={grades} />
    </Reason>
  );
}

function Alert({ articleId, told: { alert } }: Props) {
  const { t } = useTranslation();
  const answer = t(alert.answer ? 'explanation.alertYes' : 'explanation.alertNo');
  return (
    <Reason articleId={articleId} question="alert" answer={answer}>
      <AlertChecks checks={alert.checks} />
    </Reason>
  );
}

function Read({ articleId, told: { figures, said } }: Props) {
  const { t } = useTranslation();
  const none = figures.length + said.length === 0;
  return (
    <Reason articleId={articleId} question="figures" answer={none ? t('explanation.none') : null}>
      <Figures figures={figures} said={said} />
    </Reason>
  );
}

const UNSAID = { no_words: 'explanation.head.noWords', no_harm: 'explanation.head.noHarm' } as const;

function Happening({ articleId, told: { happening } }: Props) {
  const { t } = useTranslation();
  const { answer, because, rests, vote } = happening;
  const word = t(answer ? 'explanation.yes' : 'explanation.no');
  return (
    <Reason articleId={articleId} question="happening" answer={word} rests={rests}>
      {(because === 'no_words' || because === 'no_harm') && <p className="quiet">{t(UNSAID[because])}</p>}
      {vote !== null && <p className="quiet">{t('explanation.missed', { share: Math.round(vote * 100) })}</p>}
    </Reason>
  );
}

function Vetoed({ articleId, told }: Props) {
  return (
    <Reason articleId={articleId} question="vetoes" answer={null}>
      <Vetoes told={told} />
    </Reason>
  );
}

/** What happened, how grave it is, and whether it wakes anybody. */
export const EVENT_REASONS = {
  ...{ happening: Happening, kind: Kind, trap: Trap, place: Place, phase: Phase },
  ...{ figures: Read, level: Level, alert: Alert, vetoes: Vetoed },
};
