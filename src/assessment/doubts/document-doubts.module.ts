import { Module } from '@nestjs/common';
import { DocumentDoubts } from './document-doubts.js';
import { DocumentDoubtsController } from './document-doubts.controller.js';

@Module({ controllers: [DocumentDoubtsController], providers: [DocumentDoubts], exports: [DocumentDoubts] })
export class DocumentDoubtsModule {}
