import { z } from 'zod';

/** A line of a form; `label` is what is missing when it is empty. */
export const line = (label: string, most = 300) => z.string().trim().min(1, `请填写${label} · fill this in`).max(most);
export const words = (label: string) => line(label, 20_000);
export const maybe = (most = 2000) => z.string().trim().max(most).default('');

/** The code of a bureau. */
export const bureauCode = (label: string) => line(label, 64).meta({ examples: ['SECURITY'] });

/** Somebody who took part or decided, as the paper would name them. */
export const official = z.object({ name: line('姓名', 50), post: maybe(100), unit: maybe(100) });
export type Official = z.infer<typeof official>;

export const link = z.url({ protocol: /^https?$/ }).max(2000);
/** A file that was put beside the record: its name and the SHA-256 of its bytes, in hex. */
export const attachment = z.object({
  name: line('文件名', 200).meta({ examples: ['通报截图.png'] }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
