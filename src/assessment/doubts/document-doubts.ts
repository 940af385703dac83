import { ConflictException, ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AnswerDoubt, DocumentDoubt } from '../../contract/document-doubt.js';
import type { Person } from '../../contract/session.js';
import { isOfBureau } from '../../domain/rights.js';
import { append } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { readDoubts } from './doubt-rows.js';
import { readMentions } from './read-mentions.js';
import { weighDoubts } from './weigh-doubts.js';

/** 政策文件跟踪 (方案 二(二)): rising doubt about a registered document proposes a further interpretation to its drafter. */
@Injectable()
export class DocumentDoubts {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Reads what is new and weighs it. Without a rule in the policy nothing is watched. @returns how many rises began */
  async look(): Promise<number> {
    const { documentWatch } = this.settings.policy;
    if (!documentWatch) return 0;
    await readMentions(this.db, documentWatch);
    return weighDoubts(this.db, documentWatch);
  }

  /** As this person may see them: a bureau sees those of its own documents. */
  async list(person: Person, isOpenOnly: boolean): Promise<DocumentDoubt[]> {
    if (isOfBureau(person.role) && person.bureau === null) return [];
    return readDoubts(this.db.manager, { isOpenOnly, bureau: isOfBureau(person.role) ? person.bureau : null });
  }

  /** The drafter, or the press office for it. The same answer twice is one. @throws NotFoundException @throws ConflictException */
  answer(person: Person, id: string, answer: AnswerDoubt): Promise<DocumentDoubt> {
    return this.db.transaction(async (tx) => {
      const held = await hold(tx, id);
      if (isOfBureau(person.role) && person.bureau !== held.bureau)
        throw new ForbiddenException('由起草司局答复 · its drafter answers');
      const link = answer.outcome === 'interpreted' ? answer.link : null;
      const reason = answer.outcome === 'not_needed' ? answer.reason : null;
      const same = held.outcome === answer.outcome && held.link === link && held.reason === reason;
      if (held.outcome !== null && !same) throw new ConflictException('已有答复 · it has been answered already');
      if (held.outcome === null) {
        await tx.query(
          `update document_doubt set outcome = $2, link = $3, reason = $4, answered_by = $5, answered_at = app_now()
           where id = $1`,
          [id, answer.outcome, link, reason, person.id],
        );
      }
      const [view] = await readDoubts(tx, { id });
      if (!view) throw unknown();
      const data = {
        doubtId: id,
        documentId: held.documentId,
        title: held.title,
        outcome: answer.outcome,
        link,
        reason,
      };
      if (held.outcome === null)
        await append(tx, [{ kind: 'document.doubt_answered', incidentId: null, actor: person.id, data }]);
      return view;
    });
  }
}

interface Held {
  documentId: string;
  title: string;
  bureau: string;
  outcome: AnswerDoubt['outcome'] | null;
  link: string | null;
  reason: string | null;
}

async function hold(tx: EntityManager, id: string): Promise<Held> {
  const [held] = await tx.query<Held[]>(
    `select document_id as "documentId", title, bureau, outcome, link, reason from document_doubt where id = $1 for update`,
    [id],
  );
  if (!held) throw unknown();
  return held;
}

const unknown = () => new NotFoundException('没有这项建议 · no such proposal');
