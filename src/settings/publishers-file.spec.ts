import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { publishersFile } from './publishers-file.js';

interface Loose {
  publishers: { id: string; class: string; name: string; names: string; hosts: string }[];
}
const file = (): Loose => parse(readFileSync(resolve(__dirname, '../../config/publishers.yaml'), 'utf8')) as Loose;

describe('config/publishers.yaml', () => {
  it('is read as it ships', () => {
    expect(publishersFile.safeParse(file()).error).toBeUndefined();
  });

  it.each([
    ['one name for two publishers', { id: 'other', class: 'market', name: '另一家', names: '新华网', hosts: '' }],
    ['one host for two publishers', { id: 'other', class: 'market', name: '另一家', names: '', hosts: 'news.cn' }],
    ['an unknown class', { id: 'other', class: 'blog', name: '另一家', names: '', hosts: '' }],
  ])('refuses %s', (_, more) => {
    const { publishers, ...rest } = file();
    expect(publishersFile.safeParse({ ...rest, publishers: [...publishers, more] }).success).toBe(false);
  });
});
