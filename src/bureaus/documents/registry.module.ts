import { Module } from '@nestjs/common';
import { DeclaredDocuments } from './declared-documents.js';

/** The registry as judging needs it: in every process that judges. */
@Module({ providers: [DeclaredDocuments], exports: [DeclaredDocuments] })
export class RegistryModule {}
