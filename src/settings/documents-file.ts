import { z } from 'zod';
import { documentEntry } from '../contract/document.js';

/** `config/documents.yaml`: the registry of policy documents as it is delivered; what people change on the page wins over it. */
export const documentsFile = z
  .strictObject({
    version: z.string().min(1),
    documents: z.array(documentEntry).superRefine((documents, context) => {
      const seen = new Set<string>();
      for (const [index, { id }] of documents.entries()) {
        if (seen.has(id))
          context.addIssue({ code: 'custom', path: [index, 'id'], message: `重复 · used twice: ${id}` });
        seen.add(id);
      }
    }),
  })
  .transform(({ version, documents }) => ({ version: `file:${version}`, items: documents }));
