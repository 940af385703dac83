import type { APIRequestContext } from 'playwright-core';
import { PASSWORD } from './desk.js';

const HOUR = 3_600_000;
const before = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const ahead = (hours: number) => before(-hours);

/** Everything here is invented: places, papers, people and what happened to them. */
const CASES = [
  {
    title: '云岭省临川市一影院突发火灾 已致32人遇难',
    level: 'I',
    lead: 'FILM',
    co: ['SECURITY'],
    occurredAt: before(1.6),
    text: '今天下午，云岭省临川市一影院突发火灾，已造成32人遇难、14人受伤，消防、医疗力量已到场。',
    source: '临川日报',
  },
  {
    title: '青浦县一印刷厂厂房坍塌 致11人遇难',
    level: 'II',
    lead: 'PRINTING_DISTRIBUTION',
    occurredAt: before(4.4),
    text: '今天上午，青浦县一印刷厂厂房局部坍塌，已造成11人遇难、6人受伤。',
    source: '云岭晚报',
  },
  {
    title: '江州市露天音乐节看台垮塌 已致10人遇难',
    level: 'II',
    lead: 'PUBLICITY',
    occurredAt: before(5.9),
    text: '江州市一露天音乐节看台垮塌，已造成10人遇难、37人受伤。',
    source: '江州广播',
  },
  {
    title: '白鹭省广播电视发射塔倒塌 致12人遇难',
    level: 'II',
    lead: 'SCIENCE_TECH',
    occurredAt: before(4.1),
    text: '白鹭省一广播电视发射塔在检修中倒塌，造成12人遇难。',
    source: '白鹭电视',
  },
  { title: '网民反映中小学教辅定价过高', level: 'III', lead: 'PUBLISHING', needsAnswer: true, source: '民意邮箱' },
  { title: '多家网站传播未经审定的译制片', level: 'III', lead: 'ONLINE_AV', needsAnswer: true, source: '举报电话' },
  { title: '农家书屋图书补充不及时引发讨论', level: 'IV', lead: 'PUBLIC_SERVICE', source: '基层来信' },
] as const;

const REPORTS = [
  ['临川影院火灾遇难人数升至32人', '云岭省临川市一影院火灾已造成32人遇难、14人受伤。', '云岭晚报'],
  ['临川影院火灾：救援仍在进行', '临川市一影院火灾救援仍在进行，已确认32人遇难。', '江州广播'],
  ['家长质疑教辅定价：一本练习册卖到八十元', '多位家长反映教辅定价过高，希望主管部门回应。', '青浦新闻'],
] as const;

const PEOPLE = [
  { username: 'li', displayName: '李值班', role: 'duty_officer' },
  { username: 'zhou', displayName: '周领导', role: 'leadership' },
  { username: 'zhang', displayName: '张联络', role: 'bureau_officer', bureau: 'FILM' },
] as const;

/** What the address of one of each kind ends with. */
export interface FullOffice {
  incident: string;
  campaign: string;
  article: string;
}

/** An office at work on an ordinary bad day, as an administrator who is signed in could have brought it about. */
export async function fillOffice(address: string, request: APIRequestContext): Promise<FullOffice> {
  async function call<T>(method: 'POST' | 'GET', path: string, data?: object): Promise<T> {
    const answer = await request.fetch(`${address}/api/v1${path}`, { method, data });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  const accounts: { id: string }[] = [];
  for (const one of PEOPLE) accounts.push(await call('POST', '/accounts', { ...one, password: PASSWORD }));
  const [onDuty] = accounts;
  const turn = { post: 'press_office', seat: 'main', accountId: onDuty?.id };
  await call('POST', '/roster/shifts', { ...turn, startsAt: before(0), endsAt: ahead(12) });
  const ids: string[] = [];
  for (const one of CASES) ids.push((await call<{ id: string }>('POST', '/incidents', one)).id);
  const [fire, , , tower] = ids;
  for (const id of [fire, tower]) await call('POST', `/incidents/${id}/acknowledge`, {});
  const published = { channel: 'website', url: 'https://office.example/notices/1', title: '情况通报（第1号）' };
  await call('POST', `/incidents/${tower}/statements`, { ...published, publishedAt: before(0.4) });
  const campaign = { name: '2027年全国两会', startsAt: before(0), endsAt: ahead(200), words: ['两会', '代表驻地'] };
  const { id } = await call<{ id: string }>('POST', '/campaigns', campaign);
  const articles: string[] = [];
  for (const [title, text, source] of REPORTS) {
    articles.push((await call<{ articleId: string }>('POST', '/reports', { title, text, source })).articleId);
  }
  return { incident: fire ?? '', campaign: id, article: articles[0] ?? '' };
}
