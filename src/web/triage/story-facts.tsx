import { useTranslation } from 'react-i18next';
import type { StoryLine } from '../../contract/story.js';
import { BasisWord, LevelWord } from '../marks/level-word.js';
import { OpinionWord } from '../stories/opinion-word.js';
import { useBureauName } from '../words/bureau-name.js';
import { useDispositionWord } from '../words/disposition-word.js';

/** Event level with its basis, opinion level beside it, focus, proposed disposition and lead of a story. */
export function StoryFacts({ story, decided = false }: { story: StoryLine; decided?: boolean }) {
  const { t } = useTranslation();
  const bureauOf = useBureauName();
  const dispositionWord = useDispositionWord();
  const { level, opinionLevel, focus, lead, disposition } = story;
  const what = disposition === null ? null : dispositionWord(disposition);
  return (
    <>
      <p className="story-facts">
        {level !== null && <LevelWord level={level} />}
        <BasisWord line={story} />
        <OpinionWord level={opinionLevel} />
        {focus.map((one) => (
          <span key={one} className="focus">
            {t(`focus.${one}`)}
          </span>
        ))}
      </p>
      {(what !== null || lead !== null) && (
        <p className="story-facts">
          {what !== null && <span>{t(decided ? 'triage.decided' : 'triage.proposed', { what })}</span>}
          {lead !== null && <span>{t('triage.lead', { name: bureauOf(lead) })}</span>}
        </p>
      )}
    </>
  );
}
