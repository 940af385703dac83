import { fillTemplate, gapsIn, untold } from './papers.js';

const ELEMENTS = [
  { id: 'facts', words: ['已核实'] },
  { id: 'measures', words: ['措施', '启动'] },
];

describe('a text that begins with a template', () => {
  it('holds what is known, and says where something is to be written', () => {
    const text = fillTemplate('{时间},{地点}:{伤亡}', { 时间: '11月23日', 地点: null });
    expect(text).toBe('11月23日,【待补：地点】:【待补：伤亡】');
    expect(gapsIn(text)).toBe(2);
    expect(gapsIn('【待补')).toBe(1);
    expect(gapsIn('已补齐')).toBe(0);
  });

  it('does not take a heading or a line with a gap for what they promise', () => {
    const ids = (text: string) => untold(text, ELEMENTS).map(({ id }) => id);
    expect(ids('二、政策措施\n已核实:【待补：伤亡】')).toEqual(['facts', 'measures']);
    expect(ids('二、政策措施\n已启动应急预案。')).toEqual(['facts']);
    expect(ids('已核实两人受伤。已启动应急预案。')).toEqual([]);
  });
});
