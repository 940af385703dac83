import { placeOf } from './place-of.js';

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['::1', '::1'],
  [undefined, 'unknown'],
  ['nowhere', 'unknown'],
])('%s counts as %s', (address, place) => expect(placeOf(address)).toBe(place));
