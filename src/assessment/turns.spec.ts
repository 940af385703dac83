import { Turns } from './turns.js';

test('one at a time; the urgent goes before all that waits, and a failure holds nobody up', async () => {
  const turns = new Turns();
  const told: string[] = [];
  let underWay = 0;
  const work = (name: string) => async () => {
    expect((underWay += 1)).toBe(1);
    await Promise.resolve();
    told.push(name);
    underWay -= 1;
    if (name === 'b') throw new Error(name);
  };
  const all = await Promise.allSettled([
    turns.take('patient', work('a')),
    turns.take('patient', work('b')),
    turns.take('patient', work('c')),
    turns.take('urgent', work('d')),
  ]);
  expect(told).toEqual(['a', 'd', 'b', 'c']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  await turns.take('patient', work('e'));
  expect(told.at(-1)).toBe('e');
});
