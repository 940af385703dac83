import { originalSource } from './original-source.js';
import { PublisherIndex, publisherOf, type PublisherRules } from './publishers.js';

const none = { name: { zh: '无', en: 'none' }, authority: null };
const rules: PublisherRules = {
  version: '1',
  classes: {
    ...{ central: none, official_body: none, provincial: none },
    ...{ market: none, portal: none, self_media: none },
  },
  publishers: [
    { id: 'xinhua', class: 'central', name: '新华社', names: ['新华网'], hosts: ['news.cn'] },
    { id: 'cctv', class: 'central', name: '中央广播电视总台', names: ['央视新闻', '央视网'], hosts: ['cctv.com'] },
    { id: 'thepaper', class: 'market', name: '澎湃新闻', names: [], hosts: ['thepaper.cn'] },
    { id: 'sina', class: 'portal', name: '新浪', names: [], hosts: ['sina.com.cn'] },
  ],
  bodies: ['应急管理局', '公安局'],
};
const index = new PublisherIndex(rules);
const said = (text: string, title = '') => originalSource({ title, text }, index)?.id ?? null;

describe('original source', () => {
  it.each([
    ['来源:新华社 作者:张某', 'xinhua'],
    ['(来源：新华网)正文', 'xinhua'],
    ['正文。'.repeat(200) + '稿源：澎湃新闻 责任编辑:李某', 'thepaper'],
    ['来源：某某晚报微信公众号', '某某晚报'],
    ['本文转载自“澎湃新闻”。', 'thepaper'],
    ['新华社北京11月22日电(记者 某某)今天上午', 'xinhua'],
    ['(新华社成都11月22日电)', 'xinhua'],
    ['央视网消息：今天上午', 'cctv'],
    ['据央视新闻客户端消息，', 'cctv'],
    ['据目击者介绍，现场浓烟滚滚。据新华社报道，', 'xinhua'],
    ['据某县应急管理局通报，', '某县应急管理局'],
  ])('%s', (text, id) => {
    expect(said(text)).toBe(id);
  });

  it('hears no source where none is named', () => {
    expect(said('据目击者介绍，火势很大。本报讯(记者某某)')).toBeNull();
    expect(said('资金来源：财政拨款。图片来源：视觉中国。')).toBeNull();
    expect(said('')).toBeNull();
  });

  it('reads a credit only at the begin and at the end', () => {
    expect(said(`${'正文。'.repeat(150)}据新华社报道，${'正文。'.repeat(150)}`)).toBeNull();
  });
});

describe('publisher', () => {
  const origin = { sourceName: '新浪·国内', sourceFamily: 'sina-feed', reportedSource: null, link: null };

  it('is the medium that was reported, else whose address it is, else the source, else its family', () => {
    const link = 'https://m.news.cn/1';
    expect(publisherOf({ ...origin, reportedSource: '澎湃新闻客户端', link }, index).id).toBe('thepaper');
    expect(publisherOf({ ...origin, link }, index)).toEqual({ id: 'xinhua', name: '新华社', class: 'central' });
    expect(publisherOf(origin, index).id).toBe('sina');
    expect(publisherOf({ ...origin, sourceName: '某论坛' }, index)).toEqual({
      ...{ id: 'sina-feed', name: 'sina-feed', class: null },
    });
  });

  it('knows public bodies by their names and addresses', () => {
    expect(index.named('某市公安局官方微博')).toEqual({ id: '某市公安局', name: '某市公安局', class: 'official_body' });
    expect(index.atHost('https://yjj.example.gov.cn/a')?.class).toBe('official_body');
    expect(index.atHost('javascript:alert(1)')).toBeNull();
  });
});
