import type { Office } from './office.js';

/** A case is looked at together and judged, which its assignment asks for; no duty begins by it. */
export async function assessed(office: Office, id: string, cookie?: string): Promise<void> {
  const heldAt = (await office.clock.now()).toISOString();
  const records: [string, object][] = [
    ['consultation', { heldAt, form: 'phone', participants: [{ name: '李明' }], agreedLine: '快报事实，慎报原因' }],
    ['assessment', { nature: '安全事故', disposition: 'CLARIFY', answer: false, reason: '待核实' }],
  ];
  for (const [kind, body] of records) {
    const made = await office.post(`/incidents/${id}/records/${kind}`, { body }, cookie);
    if (made.status !== 201) throw new Error(`${kind}: ${made.status} ${JSON.stringify(made.body)}`);
  }
}
