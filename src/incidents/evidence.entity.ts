import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvidenceForm } from '../domain/clocks/policy.js';

/** A publication or a conference that has happened. Only evidence stops a clock. */
@Entity('evidence')
export class Evidence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') incidentId!: string;
  @Column('text') form!: EvidenceForm;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  /** Publication of a statement, beginning of a conference. */
  @Column('timestamptz') at!: Date;
  /** False: no authoritative release, stops no clock. */
  @Column('boolean') official!: boolean;
  @Column('timestamptz') recordedAt!: Date;
  /** Account id. */
  @Column('text') recordedBy!: string;
  /** Who vouched for a publication within a limit that had passed when it was recorded; null: nobody had to, or has. */
  @Column('text', { nullable: true }) confirmedBy!: string | null;
  /** The stored copy of what our own channel published, and the SHA-256 of the answer it came in; null: none is kept. */
  @Column('uuid', { nullable: true }) articleId!: string | null;
  @Column('text', { nullable: true, name: 'copy_sha256' }) copySha256!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  /** False: corrected or withdrawn since; it answers nothing. */
  @Column('boolean') standing!: boolean;
  /** Of a correction: when the publication was first recorded. */
  @Column('timestamptz', { nullable: true }) knownSince!: Date | null;
}
