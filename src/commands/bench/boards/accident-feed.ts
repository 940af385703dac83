import { streamItem } from '../generated-stream.js';

const CITIES = (
  '河北石家庄 河北唐山 河北邯郸 山西太原 山西大同 内蒙古包头 辽宁沈阳 辽宁鞍山 吉林长春 黑龙江哈尔滨 黑龙江大庆 江苏南京 江苏徐州 江苏苏州 ' +
  '浙江杭州 浙江温州 安徽合肥 安徽芜湖 福建福州 福建泉州 江西南昌 江西赣州 山东济南 山东烟台 河南郑州 河南洛阳 湖北武汉 湖北宜昌 湖南长沙 湖南衡阳 ' +
  '广东广州 广东汕头 广西南宁 广西桂林 海南海口 四川成都 四川绵阳 贵州贵阳 贵州遵义 云南昆明 云南曲靖 西藏拉萨 陕西西安 陕西宝鸡 甘肃兰州 ' +
  '甘肃天水 青海西宁 宁夏银川 河北保定 山西临汾 辽宁大连 吉林延边 江苏无锡 浙江宁波 安徽蚌埠 福建厦门 江西九江 山东青岛 ' +
  '河南开封 湖北襄阳 湖南岳阳 广东深圳 广西柳州 海南三亚 四川宜宾 云南大理 陕西延安 甘肃酒泉'
).split(' ');
const ACCIDENTS = ['一影院发生火灾', '一书城发生坍塌'];
const ORDINARY = 19;

/** How many accidents there are that no story would join. */
export const ACCIDENTS_APART = CITIES.length * ACCIDENTS.length;

/** The n-th grave accident: no two in the same city and of the same kind below `ACCIDENTS_APART`. */
export function accident(n: number): { guid: string; title: string; text: string } {
  const city = CITIES[n % CITIES.length];
  const kind = ACCIDENTS[Math.floor(n / CITIES.length) % ACCIDENTS.length];
  const said = `${city}${kind} 已致${11 + (n % 13)}人死亡`;
  return { guid: `accident-${n}`, title: said, text: `${said}。救援正在进行,原因正在调查。` };
}

/** A document as papers serve it: nineteen ordinary items and, among them, the n-th accident. */
export function accidentFeed(n: number, published: Date): Buffer {
  const ordinary = Array.from({ length: ORDINARY }, (_, at) => streamItem(n * 100 + at + 1));
  const items = [...ordinary.slice(0, 7), accident(n), ...ordinary.slice(7)].map(
    ({ guid, title, text }) =>
      `<item><title>${title}</title><link>http://feed.test/${guid}</link><guid>${guid}</guid>` +
      `<pubDate>${published.toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>bench</title>${items.join('')}</channel></rss>`,
  );
}
