/** 办公厅 is the press office: it coordinates every answer and leads what no other unit does (方案 三(一)). */
export const PRESS_OFFICE = 'GENERAL_OFFICE';
