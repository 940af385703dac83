import { narrowedPart } from './narrowed-part.js';

test.each([
  ['?lane=triage&story=1', ['story'], '?lane=triage'],
  ['?story=1', ['story'], ''],
  ['', [], ''],
  ['?q=%E7%81%AB%20a&level=I', [], '?q=%E7%81%AB+a&level=I'],
])('%s without %j', (query, without, left) => {
  expect(narrowedPart(query, without)).toBe(left);
});
