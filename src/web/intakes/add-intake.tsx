import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { IntakeWithSecret, NewIntake } from '../../contract/intake.js';
import { call } from '../api/call.js';
import { intakesQuery, sourcesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { FamilyField, IdField, NameField, TierField } from '../sources/source-fields.js';

interface AddIntakeProps {
  onMade: (made: IntakeWithSecret) => void;
  onClose: () => void;
}

/** A new way in for a monitoring service; its secret follows. */
export function AddIntake({ onMade, onClose }: AddIntakeProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: sources = [] } = useQuery(sourcesQuery);
  const add = useMutation({
    mutationFn: ({ id, name, family, tier }: NewIntake) =>
      call<IntakeWithSecret>('POST', '/intakes', { id: id.trim(), name: name.trim(), family: family.trim(), tier }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: intakesQuery.queryKey });
      onMade(made);
    },
  });
  return (
    <Sheet title={t('intake.add')} hint={t('intake.emptyBody')} onClose={onClose}>
      <Form<NewIntake>
        layout="vertical"
        requiredMark={false}
        initialValues={{ tier: 'regular' }}
        onFinish={(given) => add.mutate(given)}
      >
        <NameField />
        <div className="sheet-pair">
          <FamilyField hint={t('intake.familyHint')} />
          <IdField taken={new Set(sources.map(({ id }) => id))} />
        </div>
        <TierField hints={false} />
        <SheetEnd
          ok={t('intake.submit')}
          onClose={onClose}
          pending={add.isPending}
          refusal={add.error && refusalWords(add.error, t)}
        />
      </Form>
    </Sheet>
  );
}
