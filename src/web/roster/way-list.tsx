import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { TestedWay, WayView } from '../../contract/way.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { channelWord } from '../words/channel-word.js';
import { useDone } from './use-done.js';
import { useTest } from './use-test.js';

export function ChannelWord({ channel }: { channel: string }) {
  const { t } = useTranslation();
  return <>{channelWord(channel, t)}</>;
}

export function Proven({ way }: { way: WayView }) {
  const { t } = useTranslation();
  const state = way.disabledAt !== null ? 'disabled' : way.provenAt !== null ? 'proven' : 'unproven';
  const tone = state === 'proven' ? 'met' : state === 'unproven' ? 'overdue' : 'waived';
  return (
    <span className={`verdict tone-${tone}`}>
      <ToneSign tone={tone} />
      {t(`roster.way.state.${state}`)} {way.provenAt !== null && state === 'proven' && <Moment at={way.provenAt} />}
    </span>
  );
}

/** What the provider said to the test, in its own words. */
function Answered({ test: { outcome, answer } }: { test: TestedWay }) {
  const { t } = useTranslation();
  const tone = outcome === 'taken' ? 'met' : 'overdue';
  return (
    <p className="way-answer" role="status">
      <span className={`verdict tone-${tone}`}>
        <ToneSign tone={tone} /> {t(`roster.way.tested.${outcome}`)}
      </span>
      {answer !== '' && (
        <small>
          {t('roster.way.answered')} <q>{answer}</q>
        </small>
      )}
    </p>
  );
}

function OwnWay({ way }: { way: WayView }) {
  const { t } = useTranslation();
  const test = useTest(way.id);
  const change = useDone(t('roster.way.changed'));
  const off = way.disabledAt !== null;
  const refused = test.error ?? change.error;
  const path = `/me/ways/${way.id}`;
  return (
    <li className="way">
      <span className="way-address">
        <small>
          {way.rank} · <ChannelWord channel={way.channel} />
        </small>
        {way.address}
      </span>
      <Proven way={way} />
      <span className="way-acts">
        {!off && (
          <Button
            loading={test.isPending}
            aria-label={`${t('roster.way.test')}: ${way.address}`}
            onClick={() => test.mutate()}
          >
            {t('roster.way.test')}
          </Button>
        )}
        <Button
          danger={!off}
          loading={change.isPending}
          aria-label={`${t(off ? 'roster.way.enable' : 'roster.way.disable')}: ${way.address}`}
          onClick={() => change.mutate({ method: 'PATCH', path, body: { disabled: !off } })}
        >
          {t(off ? 'roster.way.enable' : 'roster.way.disable')}
        </Button>
      </span>
      {test.data && <Answered test={test.data} />}
      {refused && <p className="form-refusal">{refusalWords(refused, t)}</p>}
    </li>
  );
}

export function WayList({ ways }: { ways: readonly WayView[] }) {
  return (
    <ul className="ways">
      {ways.map((way) => (
        <OwnWay key={way.id} way={way} />
      ))}
    </ul>
  );
}
