import Input from 'antd/es/input';
import { useState } from 'react';

interface WordsFieldProps {
  /** Its name, also what stands in it while it is empty. */
  label: string;
  words: string | undefined;
  onAsk: (words: string | undefined) => void;
  most?: number;
  className?: string;
}

function Field({ label, words = '', onAsk, most = 100, className }: WordsFieldProps) {
  const [typed, setTyped] = useState(words);
  const ask = (given: string): void => {
    if (given.trim() !== words) onAsk(given.trim() || undefined);
  };
  return (
    <Input
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={most}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onClear={() => ask('')}
      onPressEnter={() => ask(typed)}
      onBlur={() => ask(typed)}
    />
  );
}

/** Words a list is narrowed by. Asked for when the field is left or sent off, not at each letter of an input method. */
export function WordsField(props: WordsFieldProps) {
  return <Field key={props.words ?? ''} {...props} />;
}
