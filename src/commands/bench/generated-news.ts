/** Headlines and texts of generated reports, as like real ones as figures and length go. */
export function titleText(n: number): string {
  return `某市第${n}号仓库发生火灾 已致${n % 40}人死亡`;
}

export function articleText(n: number): string {
  const filler = '当地多部门赶赴现场处置,伤者已送往医院救治,事故原因正在进一步调查之中。';
  return `记者从应急管理部门获悉,今天凌晨,某市第${n}号仓库发生火灾,造成${n % 40}人死亡,${n % 17}人受伤。${filler.repeat(5)}`;
}

/** An RSS document with so many generated items. */
export function generatedFeed(items: number): string {
  const written = Array.from({ length: items }, (_, n) => {
    const date = new Date(Date.UTC(2026, 0, 1, 0, n)).toUTCString();
    return `<item><title>${titleText(n)}</title><link>http://feed.test/${n}</link><guid>g${n}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${articleText(n)}&lt;/p&gt;</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>bench</title>${written.join('')}</channel></rss>`;
}
