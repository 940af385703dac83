import type { RunningOffice } from '../boards/running-office.js';

const AT_ONCE = 4;
const LEADS = ['FILM', 'TV_DRAMA'];

/** Opens so many grave cases through the office's own door. @returns their ids */
export async function openCases(office: RunningOffice, cookie: string, many: number): Promise<string[]> {
  const ids: string[] = [];
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let n = next++; n < many; n = next++) ids.push(await openCase(office, cookie, n));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return ids;
}

async function openCase({ address }: RunningOffice, cookie: string, n: number): Promise<string> {
  const answer = await fetch(`${address}/api/v1/incidents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      ...{ title: `第${n}号影院发生事故`, level: n % 3 === 0 ? 'I' : 'II', lead: LEADS[n % LEADS.length] },
      // Spread over the hours of the first limit: some overdue, some soon, most running.
      occurredAt: new Date(Date.now() - (n % 340) * 60_000).toISOString(),
    }),
  });
  if (!answer.ok) throw new Error(`open: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
