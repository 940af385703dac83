import type { calmZh } from '../zh-CN/calm.js';
import type { Shape } from '../shape.js';

export const calmEn: Shape<typeof calmZh> = {
  calm: {
    blind: 'Blind: {{causes}}',
    cause: {
      no_core_source: 'no core source is read since {{time}}',
      source: '{{names}} overdue to be read since {{time}}',
      judging: 'articles wait for judging since {{time}}',
      canary: 'the self-check through all stages is broken since {{time}}',
    },
    andAll: '{{names}} and more, {{count}} in all,',
    join: '; ',
    watchOtherwise: 'No new incidents does not mean that nothing happened: keep watch by other means.',
    toSources: 'See the sources',
    seeingTitle: 'Quiet: no open incidents',
    seeingBody_one: '{{count}} core source was read in time (up to {{time}}), and no article waits for judging.',
    seeingBody_other:
      'All {{count}} core sources were read in time (all up to {{time}}), and no article waits for judging.',
    pausedAlso_one: '{{count}} more core source is paused by a person and not among them.',
    pausedAlso_other: '{{count}} more core sources are paused by a person and not among them.',
    blindTitle: 'Not all can be seen: no open incidents, but we are blind',
    unknownTitle: 'No open incidents; whether all can be seen is not known',
    unknownBody: 'This screen has not heard from the server just now: its quiet cannot be relied on.',
  },
};
