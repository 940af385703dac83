/** Places far from each other, one a run in turn: reports of different places are never taken for one happening. */
const PLACES = (
  '北京市朝阳区 天津市和平区 河北省石家庄市 山西省太原市 内蒙古自治区呼和浩特市 辽宁省沈阳市 吉林省长春市 黑龙江省哈尔滨市 ' +
  '上海市黄浦区 江苏省南京市 浙江省杭州市 安徽省合肥市 福建省福州市 江西省南昌市 山东省济南市 河南省郑州市 湖北省武汉市 ' +
  '湖南省长沙市 广东省广州市 广西壮族自治区南宁市 海南省海口市 重庆市渝中区 四川省成都市 贵州省贵阳市 云南省昆明市 ' +
  '西藏自治区拉萨市 陕西省西安市 甘肃省兰州市 青海省西宁市 宁夏回族自治区银川市 新疆维吾尔自治区乌鲁木齐市'
).split(' ');

/** The self-checks whose rows are kept: fewer than there are places, so that none meets an earlier one of its own place. */
export const RUNS_KEPT = 24;

/** A synthetic report, marked as such. */
export interface CanaryReport {
  guid: string;
  title: string;
  text: string;
}

/** The beginning of the period that an instant lies in, s since 1970. */
export function slotOf(now: Date, periodMs: number): number {
  return Math.round((Math.floor(now.getTime() / periodMs) * periodMs) / 1_000);
}

/**
 * The report of one run. By the office's own rules it must open a case of level II; rules that no longer do so are a fault
 * that the self-check finds.
 * @param slot beginning of its period, s since 1970
 * @param turn which run it is, counted from the first
 */
export function reportOf(slot: number, turn: number): CanaryReport {
  const place = PLACES[turn % PLACES.length] ?? '';
  const happening = `${place}一影院发生火灾 已致12人死亡`;
  return {
    guid: `canary:${slot}`,
    title: `【自检】${happening}`,
    text: `【系统自检】${happening}。本条由系统自动生成,只用于检查全链路是否通畅,不是新闻。`,
  };
}
