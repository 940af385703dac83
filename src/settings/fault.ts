import type { z } from 'zod';

/** One thing wrong with one setting, told so that the reader knows where and what to do. */
export interface Fault {
  where: string;
  message: string;
}

/** Carries every fault of every file and variable at once: one start, one list. */
export class SettingsError extends Error {
  constructor(readonly faults: Fault[]) {
    super(
      ['配置有误,未启动。请改正后重试 · Not started: correct the settings below and start again']
        .concat(faults.map((fault) => `  ${fault.where}: ${fault.message}`))
        .join('\n'),
    );
  }
}

/** Zod's issues as faults of one file. */
export function faultsOf(where: string, error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    where: issue.path.length > 0 ? `${where} › ${issue.path.join('.')}` : where,
    message: issue.message,
  }));
}
