/** 重点事项 (方案 三(四)): 涉及群众切身利益、影响市场预期和突发公共事件等,要及时发布信息. */
export const PRIORITIES = ['vital_interest', 'market_expectation', 'public_emergency'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What of a case is read for it. */
export interface ReadForPriority {
  focus: readonly string[];
  title: string;
  summary: string;
}

/** As it is read; a person may decide otherwise. @param marketWords words of the office's policy that speak of market expectation */
export function priorityRead({ focus, title, summary }: ReadForPriority, marketWords: readonly string[]): Priority[] {
  const text = `${title}\n${summary}`;
  const found: Record<Priority, boolean> = {
    vital_interest: focus.includes('PUBLIC_INTEREST'),
    market_expectation: marketWords.some((word) => text.includes(word)),
    public_emergency: focus.includes('MAJOR_EMERGENCY'),
  };
  return PRIORITIES.filter((one) => found[one]);
}
