import { keptName } from './file-name.js';
import { fileTypeOf } from './file-type.js';

/** A ZIP file of empty entries with these names. */
function zipOf(names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const head = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, ...entries, end]);
}

const bytes = (...given: number[]) => Buffer.from(given);
const film = (brand: string) => Buffer.concat([bytes(0, 0, 0, 24), Buffer.from(`ftyp${brand}`)]);
const GB = bytes(0xc7, 0xe9, 0xbf, 0xf6);

test.each([
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'pdf'],
  ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe1), 'jpeg'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'png'],
  ['a Word file', zipOf(['[Content_Types].xml', 'word/document.xml']), 'docx'],
  ['an Excel file', zipOf(['[Content_Types].xml', 'xl/workbook.xml']), 'xlsx'],
  ['a film of a phone', film('qt  '), 'mp4'],
  ['a sound', Buffer.from('ID3\u0003'), 'mp3'],
  ['text in UTF-8', Buffer.from('情况说明\r\n一、'), 'txt'],
  ['text in GB 18030', GB, 'txt'],
  ['a Word file with macros', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), null],
  ['any other archive', zipOf(['setup.exe']), null],
  ['an archive without directory', bytes(0x50, 0x4b, 0x03, 0x04), null],
  ['a program', bytes(0x4d, 0x5a, 0x90, 0x00), null],
  ['a page', Buffer.from(' <!doctype html><script>'), null],
  ['a drawing that can run', Buffer.from('<svg onload="x()"/>'), null],
  ['a picture that few can open', film('heic'), null],
  ['nothing', Buffer.from('  '), null],
])('%s', (_, given, type) => {
  expect(fileTypeOf(given)).toBe(type);
});

test.each([
  ['情况说明.pdf', 'pdf', '情况说明.pdf'],
  ['照片.JPG', 'jpeg', '照片.jpg'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\fakepath\\报告.docx', 'docx', '报告.docx'],
  ['发票\u202efdp.exe', 'pdf', '发票fdp.exe.pdf'],
  ['.', 'png', 'file.png'],
  ['页面.html', 'txt', '页面.html.txt'],
] as const)('the name %s of a %s', (given, type, name) => {
  expect(keptName(given, type)).toBe(name);
});

test('a name is never too long to be kept', () => {
  expect(keptName(`${'长'.repeat(500)}.pdf`, 'pdf')).toBe(`${'长'.repeat(120)}.pdf`);
});
