import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../clock/moment.js';
import { channelKeys } from '../incident/channels.js';
import { useBureauName } from '../words/bureau-name.js';
import { isInstant } from './form-values.js';
import { inOrder, useWorkWords } from './work-words.js';

/** What a person does not read: the version a draft was written on. */
const INNER = ['base', 'sha256'];
const BUREAUS = ['lead', 'co', 'unit'];

function useText() {
  const { t } = useTranslation();
  const words = useWorkWords();
  const bureau = useBureauName();
  return (name: string, value: string): string => {
    const channel = channelKeys.find((one) => one === value);
    if (name === 'channel' && channel !== undefined) return t(`action.channels.${channel}`);
    return words.choice(name, value) ?? (BUREAUS.includes(name) ? bureau(value) : value);
  };
}

/** Somebody in one line: 李明(司长,电影局). */
const isOfficial = (value: object): value is Record<'name' | 'post' | 'unit', string> =>
  'name' in value && 'post' in value;

function Value({ name, value }: { name: string; value: unknown }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { choice } = useWorkWords();
  if (typeof value === 'boolean') return t(value ? 'work.yes' : 'work.no');
  if (typeof value === 'number')
    return name === 'draft' ? (value > 0 ? t('work.nth', { no: value }) : t('work.unknownDraft')) : value;
  if (typeof value === 'string') return <TextValue name={name} value={value} text={text(name, value)} />;
  if (Array.isArray(value)) return <Several name={name} values={value} />;
  if (typeof value !== 'object' || value === null) return null;
  if (isOfficial(value)) return [value.name, value.post, text('unit', value.unit)].filter(Boolean).join(' ');
  if (name === 'elements')
    return Object.entries(value)
      .filter(([, told]) => told === true)
      .map(([element]) => choice('elements', element))
      .join(t('list.comma'));
  return <RecordBody body={value} />;
}

function TextValue({ name, value, text }: { name: string; value: string; text: string }) {
  if (isInstant(name)) return <Moment at={new Date(value).toISOString()} />;
  if (!/^https?:\/\//.test(value)) return text;
  return (
    <a href={value} target="_blank" rel="noopener noreferrer">
      {value}
    </a>
  );
}

function Several({ name, values }: { name: string; values: readonly unknown[] }) {
  return (
    <ul>
      {values.map((value, n) => (
        <li key={n}>
          <Value name={name} value={value} />
        </li>
      ))}
    </ul>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((one) => one === false));

/** What a record holds, under the names of its form; what was left blank is left out. */
export function RecordBody({ body }: { body: object }) {
  const { field } = useWorkWords();
  const told = new Map<string, unknown>(
    Object.entries(body).filter(([name, value]) => !INNER.includes(name) && !isEmpty(value)),
  );
  return (
    <dl className="record-body">
      {inOrder([...told.keys()]).map((name) => (
        <div key={name}>
          <dt>{field(name)}</dt>
          <dd>
            <Value name={name} value={told.get(name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
