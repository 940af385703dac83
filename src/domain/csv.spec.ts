import { csvLine } from './csv.js';

test.each([
  [['一', 2, null, 'plain'], '一,2,,plain\r\n'],
  [['a,b', 'say "yes"', 'two\nlines'], '"a,b","say ""yes""","two\nlines"\r\n'],
  [['=1+1', '+86', '-5', '@x', -5], "'=1+1,'+86,'-5,'@x,-5\r\n"],
  [['=a,b'], '"\'=a,b"\r\n'],
])('%j is written as %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
