import { useTranslation } from 'react-i18next';
import { zhCN } from '../locales/zh-CN.js';
import { useBureauName } from '../words/bureau-name.js';
import { useDispositionWord } from '../words/disposition-word.js';
import type { Told } from './explanation-query.js';
import { Reason } from './reason.js';
import { RuleList } from './rule-list.js';

interface Props {
  articleId: string;
  told: Told;
}

function Scope({ articleId, told: { scope } }: Props) {
  const { t } = useTranslation();
  const { answer, evidence, line, rules } = scope;
  const rests = rules.flatMap((one) => one.rests);
  return (
    <Reason
      articleId={articleId}
      question="scope"
      answer={t(answer ? 'explanation.yes' : 'explanation.no')}
      rests={rests}
    >
      <p className="quiet">
        {rules.length === 0 ? t('explanation.scopeNone') : t('explanation.scopeSum', { evidence, line })}
      </p>
      <RuleList rules={rules} />
    </Reason>
  );
}

function Units({ articleId, told: { units } }: Props) {
  const { t } = useTranslation();
  const bureauOf = useBureauName();
  const { lead, co, by, documents, rules, scores } = units;
  const fixed = rules.flatMap((one) => one.rests);
  const scored = scores.find(({ code }) => code === lead)?.rests ?? [];
  const named = documents.flatMap((one) => one.rests);
  const rests = by === 'document' ? named : by === 'cross' ? fixed : scored;
  if (lead === null) {
    return (
      <Reason articleId={articleId} question="units" answer={t('explanation.none')}>
        <p className="quiet">{t('explanation.unitsNone')}</p>
      </Reason>
    );
  }
  const asRules = scores.map(({ code, score, rests: of }) => ({ rule: bureauOf(code), weight: score, rests: of }));
  return (
    <Reason articleId={articleId} question="units" answer={bureauOf(lead)} rests={rests}>
      {by !== null && <p className="quiet">{t(`explanation.by.${by}`)}</p>}
      {documents.map(({ id, title, number, bureau }) => (
        <p key={id}>
          《{title}》 {number} · {bureauOf(bureau)}
        </p>
      ))}
      {co.length > 0 && <p>{t('explanation.co', { names: co.map(bureauOf).join(t('list.comma')) })}</p>}
      <RuleList rules={[...rules, ...asRules]} />
    </Reason>
  );
}

function Focus({ articleId, told: { focus, scope } }: Props) {
  const { t } = useTranslation();
  const shown = scope.answer ? focus : [];
  const names = [...new Set(shown.map((one) => t(`focus.${one.focus}`)))];
  const answer = names.length > 0 ? names.join(t('list.comma')) : t('explanation.none');
  return (
    <Reason articleId={articleId} question="focus" answer={answer} rests={shown.flatMap((one) => one.rests)}>
      {names.length === 0 && <p className="quiet">{t('explanation.focusNone')}</p>}
      <RuleList rules={shown} />
    </Reason>
  );
}

function Disposition({ articleId, told: { disposition } }: Props) {
  const dispositionWord = useDispositionWord();
  if (!disposition) return null;
  const { answer, rules } = disposition;
  return (
    <Reason
      articleId={articleId}
      question="disposition"
      answer={dispositionWord(answer)}
      rests={rules.flatMap((one) => one.rests)}
    >
      <RuleList rules={rules} />
    </Reason>
  );
}

type FocusName = keyof (typeof zhCN)['focus'];
const isFocus = (name: string): name is FocusName => Object.hasOwn(zhCN.focus, name);

function Opinion({ articleId, told: { secondOpinion } }: Props) {
  const { t } = useTranslation();
  if (!secondOpinion) return null;
  const { subject, share, tipped } = secondOpinion;
  const percent = Math.round(share * 100);
  const leaning = t(subject === 'NONE' ? 'explanation.opinionNotOurs' : 'explanation.opinionOurs', { percent });
  return (
    <Reason articleId={articleId} question="opinion" answer={leaning}>
      <p className="quiet">
        {isFocus(subject) && `${t(`focus.${subject}`)} · `}
        {t(tipped ? 'explanation.opinionTipped' : 'explanation.opinionNotTipped')}
      </p>
    </Reason>
  );
}

/** Whose matter it is, what it is about, and what is proposed. */
export const MATTER_REASONS = { scope: Scope, units: Units, focus: Focus, disposition: Disposition, opinion: Opinion };
