import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_REASONS } from './event-reasons.js';
import type { Told } from './explanation-query.js';
import { groupsOf, type ReasonGroup } from './grouping.js';
import { MATTER_REASONS } from './matter-reasons.js';
import type { QuestionName } from './reason-id.js';

interface Props {
  articleId: string;
  told: Told;
}

const REASONS: Record<QuestionName, ComponentType<Props>> = { ...EVENT_REASONS, ...MATTER_REASONS };

function Reasons({ questions, ...props }: Props & { questions: readonly QuestionName[] }) {
  return (
    <dl className="reasons">
      {questions.map((question) => {
        const Reason = REASONS[question];
        return <Reason key={question} {...props} />;
      })}
    </dl>
  );
}

function Group({ group: { name, shown, more }, as: As, ...props }: Props & { group: ReasonGroup; as: 'h2' | 'h4' }) {
  const { t } = useTranslation();
  const folded = more.map((question) => t(`explanation.ask.${question}`)).join(t('list.comma'));
  return (
    <div className="reason-group">
      <As>{t(`explanation.group.${name}`)}</As>
      {shown.length > 0 && <Reasons questions={shown} {...props} />}
      {more.length > 0 && (
        <details className="reason-more">
          <summary>{t('explanation.more', { questions: folded })}</summary>
          <Reasons questions={more} {...props} />
        </details>
      )}
    </div>
  );
}

/** The answer to each question: first what the judgement turned on, the rest unfolds; a way from the text unfolds it too. */
export function ReasonGroups({ as, ...props }: Props & { as: 'h2' | 'h4' }) {
  return groupsOf(props.told).map((group) => <Group key={group.name} group={group} as={as} {...props} />);
}
