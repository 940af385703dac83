import { useTranslation } from 'react-i18next';
import { LevelWord } from '../marks/level-word.js';
import type { Told } from './explanation-query.js';
import { useFigureName } from './words.js';

type GradeReason = Told['grades'][number];

function Grade({ grade }: { grade: GradeReason }) {
  const { t } = useTranslation();
  const figureName = useFigureName();
  const { ruleId, level, basis, kind, text, source, verified, provisional, counts, chosen, figures } = grade;
  const notes = [
    t(`level.basis.${basis}`),
    ...(!verified && basis !== 'OFFICIAL' ? [t('level.unverified')] : []),
    ...(provisional ? [t('explanation.head.provisional')] : []),
    ...(counts ? [] : [t('explanation.gradeNotCounted')]),
  ];
  const official = basis === 'OFFICIAL' ? t('explanation.gradeOfficial') : t('explanation.gradeNoRow');
  return (
    <li className={chosen ? 'is-chosen' : ''}>
      <LevelWord level={level} />
      {chosen && <b className="chosen">{t('explanation.gradeChosen')}</b>}
      <span className="grade-text">
        {figures.map(figureName).join(t('list.comma'))} {text ?? official}
      </span>
      <small>
        {kind} {source} · {notes.join(' · ')} · <code>{ruleId}</code>
      </small>
    </li>
  );
}

/** The grades that the figures reach: the one taken in sight, the others folded away. */
export function GradeList({ grades }: { grades: GradeReason[] }) {
  const { t } = useTranslation();
  const chosen = grades.filter((one) => one.chosen);
  const others = grades.filter((one) => !one.chosen);
  return (
    <>
      {grades.length === 0 && <p className="quiet">{t('explanation.gradeNone')}</p>}
      <ul className="grades">
        {chosen.map((grade) => (
          <Grade key={grade.ruleId} grade={grade} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className="rules">
          <summary>{t('explanation.otherGrades', { count: others.length })}</summary>
          <ul className="grades">
            {others.map((grade) => (
              <Grade key={grade.ruleId} grade={grade} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
