import { z } from 'zod';
import { ok, type Route } from './route.js';

/** What an administrator switches for everybody. */
export const officeOptions = z.object({
  /** 页面水印: name and time of whoever reads stand over every page, on the screen and in print. */
  watermark: z.boolean(),
});
export type OfficeOptions = z.infer<typeof officeOptions>;

export const OFFICE_OPTION_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/office-options',
    right: 'signed_in',
    summary: '本单位选项 · What is switched for everybody',
    answer: ok(officeOptions),
  },
  {
    method: 'PATCH',
    path: '/office-options',
    right: 'office.set',
    summary: '切换本单位选项,记入审计链 · Switch it; the journal says so',
    body: officeOptions,
    answer: ok(officeOptions),
  },
];
