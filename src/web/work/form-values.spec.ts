import { bodyOf, toSeconds, valuesOf } from './form-values.js';

describe('what a form holds, and what is sent of it', () => {
  it('leaves out what is blank and says times with their offset', () => {
    const values = {
      heldAt: '2026-11-22T14:05',
      views: '  ',
      participants: [{ name: ' 李明 ', post: '' }, {}],
      spokesperson: { name: '' },
      tasks: [],
      answer: false,
      title: '2026-11-22T14:05',
    };
    expect(bodyOf(values)).toEqual({
      heldAt: '2026-11-22T14:05:00+08:00',
      participants: [{ name: '李明' }],
      tasks: [],
      answer: false,
      title: '2026-11-22T14:05',
    });
  });

  it('a kept body comes back to the second it was stated with', () => {
    const body = { channels: [{ channel: 'website', publishedAt: '2026-11-22T14:05:09+08:00' }] };
    expect(valuesOf(body)).toEqual({ channels: [{ channel: 'website', publishedAt: '2026-11-22T14:05:09' }] });
    expect(bodyOf(valuesOf(body))).toEqual(body);
    expect(toSeconds(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23T00:00:00');
  });
});
