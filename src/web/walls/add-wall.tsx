import { useMutation, useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { NewWall, WallWithToken } from '../../contract/wall.js';
import { call } from '../api/call.js';
import { wallsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useNeeded } from '../sources/source-fields.js';

interface AddWallProps {
  onMade: (made: WallWithToken) => void;
  onClose: () => void;
}

/** A new wall; its link follows. */
export function AddWall({ onMade, onClose }: AddWallProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const needed = useNeeded();
  const add = useMutation({
    mutationFn: ({ name, place = '' }: Partial<NewWall>) => call<WallWithToken>('POST', '/walls', { name, place }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: wallsQuery.queryKey });
      onMade(made);
    },
  });
  return (
    <Sheet title={t('walls.add')} hint={t('walls.noneBody')} onClose={onClose}>
      <Form<NewWall> layout="vertical" requiredMark={false} onFinish={(given) => add.mutate(given)}>
        <Form.Item name="name" label={t('walls.name')} extra={t('walls.nameHint')} rules={[needed]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="place" label={t('walls.place')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <SheetEnd
          ok={t('walls.submit')}
          onClose={onClose}
          pending={add.isPending}
          refusal={add.error && refusalWords(add.error, t)}
        />
      </Form>
    </Sheet>
  );
}
