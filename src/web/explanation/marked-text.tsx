import { useTranslation } from 'react-i18next';
import type { ArticleExplanation } from '../../contract/explanation.js';
import { MARK_KINDS, marksOf, type MarkedWords, type MarkKind } from '../../domain/explanation/marks.js';
import type { Told } from './explanation-query.js';
import { reasonId } from './reason-id.js';
import { paragraphsOf, type Segment, segmentsOf } from './segments.js';
import { useLabel } from './words.js';

/** How words look by what they do: they state a fact, they veto, or they lead to a bureau. */
const MANNER: Record<MarkKind, 'fact' | 'veto' | 'route'> = {
  ...({ figure: 'fact', said: 'fact', kind: 'fact', grave: 'fact', official: 'fact', time: 'fact' } as const),
  ...({ trap: 'veto', phase: 'fact', place: 'route' } as const),
  ...({ scope: 'route', unit: 'route', focus: 'route', disposition: 'route' } as const),
};

/** Longer runs may be parted at the end of a line. */
const LONGEST_WHOLE = 12;

const LATER: readonly (string | null)[] = ['aftermath', 'anniversary'];

/** 善后 and 周年 veto an alert; 更新 does not. */
const mannerOf = ({ kind, of }: MarkedWords) => (kind === 'phase' && LATER.includes(of) ? 'veto' : MANNER[kind]);

/** The weightiest label, and a veto beside it: more would hide the text. The reasons below name all. */
function labelsOf(marks: readonly MarkedWords[], labelOf: (mark: MarkedWords) => string): string {
  const weightiest = [...marks].sort((a, b) => MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind));
  const vetoes = marks.filter((mark) => mannerOf(mark) === 'veto');
  return [...new Set([...weightiest.slice(0, 1), ...vetoes].map((mark) => labelOf(mark)))].join('·');
}

function Marked({ segment, articleId }: { segment: Segment; articleId: string }) {
  const labelOf = useLabel();
  const [first] = segment.marks;
  if (!first) return segment.text;
  return (
    <mark className={`said said-${mannerOf(first)}`}>
      <a href={`#${reasonId(articleId, first.kind)}`}>
        <ruby className={segment.text.length > LONGEST_WHOLE ? 'may-break' : undefined}>
          {segment.text}
          <rt>{labelsOf(segment.marks, labelOf)}</rt>
        </ruby>
      </a>
    </mark>
  );
}

interface LineProps {
  segments: Segment[];
  articleId: string;
}

const Line = ({ segments, articleId }: LineProps) =>
  segments.map((segment) => <Marked key={segment.start} segment={segment} articleId={articleId} />);

const inField = (marks: readonly MarkedWords[], field: MarkedWords['field']): MarkedWords[] =>
  marks.filter((mark) => mark.field === field);

/** The article as it is stored, with the words that the judgement rests on: each labelled, each a way to its reason. */
export function MarkedText({ article, told }: { article: ArticleExplanation; told: Told }) {
  const { t } = useTranslation();
  const { articleId, title, text } = article;
  const marks = marksOf(told);
  const paragraphs = paragraphsOf(text, inField(marks, 'text'));
  return (
    <div className="marked-text">
      <div lang="zh-CN">
        <p className="marked-title">
          <Line segments={segmentsOf(title, inField(marks, 'title'))} articleId={articleId} />
        </p>
        {paragraphs.map((segments) => (
          <p key={segments[0]?.start}>
            <Line segments={segments} articleId={articleId} />
          </p>
        ))}
      </div>
      {paragraphs.length === 0 && <p className="quiet">{t('explanation.noText')}</p>}
      {marks.length > 0 && <p className="hint">{t('explanation.textHint')}</p>}
    </div>
  );
}
