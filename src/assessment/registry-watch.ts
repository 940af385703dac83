import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeclaredDocuments } from '../bureaus/documents/declared-documents.js';
import { latestRegistry } from '../bureaus/documents/document-rows.js';
import { DatabaseListener } from '../database/listener.js';
import { CurrentRules } from './current-rules.js';

/**
 * Judging goes by the registry of documents as people have it, from the next article on after each change. It begins with that
 * of the file; a change told while the connection was away is seen when it is back.
 */
@Injectable()
export class RegistryWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger(RegistryWatch.name);
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly declared: DeclaredDocuments,
    private readonly listener: DatabaseListener,
    private readonly current: CurrentRules,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.declared.sync();
    await this.listener.on('documents', () => void this.look());
    await this.read();
  }

  /** The rules take over the last state kept, unless they go by it already. One look after the other: an older state never comes last. */
  read(): Promise<void> {
    const next = this.looking.then(() => this.takeOver());
    this.looking = next.catch(() => undefined);
    return next;
  }

  private async takeOver(): Promise<void> {
    const documents = await latestRegistry(this.db.manager);
    if (documents && documents.version !== this.current.rules.documents.version) this.current.change({ documents });
  }

  private look(): Promise<void> {
    return this.read().catch((error: unknown) =>
      this.logger.warn(`政策文件登记未更新 · the registry of documents was not read: ${String(error)}`),
    );
  }
}
