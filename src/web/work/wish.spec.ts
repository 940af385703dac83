import type { Workspace } from '../../contract/records/record.js';
import { formToward, notesOf, readWorkSearch } from './wish.js';

const missing = (...codes: string[]) => codes.map((code) => ({ code, zh: code, en: code }));
const workspace = (stage: Workspace['stage'], lacks: Record<string, string[]>): Workspace => ({
  ...{ stage, stages: [], irregularities: [], signOff: [], records: [], editing: [] },
  waterfall: { stretches: [], startAt: '2026-01-01T00:00:00Z', limits: [] },
  checklist: null,
  papers: { version: '1', templates: [], elements: [] },
  steps: Object.entries(lacks).map(([step, codes]) => ({ step, missing: missing(...codes) })),
});

describe('the form that is opened for what is wished', () => {
  it('is its own where nothing is missing', () => {
    expect(formToward(workspace('assessed', {}), 'transfer_order')).toBe('transfer_order');
  });

  it('is what has to come first, as far back as it goes', () => {
    const fresh = workspace('collected', { assess: ['consultation'], assign: ['disposition'] });
    expect(formToward(fresh, 'transfer_order')).toBe('consultation');
    const grave = workspace('assessed', { assign: ['consultation'], assess: ['consultation'] });
    expect(formToward(grave, 'transfer_order')).toBe('consultation');
    expect(formToward(workspace('consulting', { assign: ['disposition'] }), 'transfer_order')).toBe('assessment');
  });

  it('is none where something else stands in the way', () => {
    expect(formToward(workspace('assessed', { assign: ['answered_elsewhere'] }), 'transfer_order')).toBeNull();
    expect(formToward(workspace('merged', {}), 'release')).toBeNull();
  });

  it('takes a conference that was held of a case that is over, and no further note', () => {
    const closed = workspace('closed', {});
    expect(notesOf(closed)).toEqual(['conference']);
    expect(formToward(closed, 'conference')).toBe('conference');
    expect(formToward(closed, 'urging')).toBeNull();
  });

  it('reads only forms that there are from the address', () => {
    expect(readWorkSearch({ do: 'release' })).toEqual({ do: 'release' });
    expect(readWorkSearch({ do: 'delete' })).toEqual({ do: undefined });
  });
});
