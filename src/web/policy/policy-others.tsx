import { useTranslation } from 'react-i18next';
import { channelWord, knownChannels } from '../words/channel-word.js';
import { NUMBER_PARTS, type NumberPart, type NumberRow, numbersOf, type ShownPolicy } from './policy-numbers.js';

function Row({ row }: { row: NumberRow }) {
  const { t } = useTranslation();
  const name = 'channel' in row ? channelWord(row.channel, t) : t(`policy.number.${row.name}`);
  return (
    <div>
      <dt>{name}</dt>
      <dd>{'word' in row ? t(`policy.word.${row.word}`) : t(`policy.unit.${row.unit}`, row.of)}</dd>
    </div>
  );
}

function Part({ part, policy }: { part: NumberPart; policy: ShownPolicy }) {
  const { t } = useTranslation();
  const rows = numbersOf(part, policy, knownChannels());
  return (
    <section>
      <h3>{t(`policy.part.${part}`)}</h3>
      {rows.length === 0 ? (
        <p className="quiet">{t('policy.none')}</p>
      ) : (
        <dl>
          {rows.map((row) => (
            <Row key={'channel' in row ? row.channel : row.name} row={row} />
          ))}
        </dl>
      )}
    </section>
  );
}

/** 其他数字: every number and switch that is neither a limit nor a rung, each with its unit. */
export function PolicyOthers({ policy }: { policy: ShownPolicy }) {
  return (
    <div className="policy-others">
      {NUMBER_PARTS.map((part) => (
        <Part key={part} part={part} policy={policy} />
      ))}
    </div>
  );
}
