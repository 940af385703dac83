import { BureauField } from '../../incident/fields.js';
import { TimeField, WordsField } from '../form-fields.js';
import { useWorkWords } from '../work-words.js';

export function TransferOrderForm() {
  const { field } = useWorkWords();
  return (
    <>
      <BureauField name="lead" label={field('lead')} />
      <BureauField name="co" label={field('co')} several />
      <WordsField name="demand" required />
      <TimeField name="answerBy" ahead />
    </>
  );
}
