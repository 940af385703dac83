import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignedIn } from '../access/allow.js';
import type { PolicyPage, PolicyVersion, SeverityLine } from '../contract/policy.js';
import type { Policy } from '../domain/clocks/policy.js';
import type { SeverityRow } from '../domain/reading/reading-rules.js';
import { Settings } from '../settings/settings.js';

/** Versions that are shown, the newest first. */
const SHOWN = 30;

/** The rules that the product goes by, for everybody to read. */
@Controller('policy')
export class PolicyPageController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get()
  @SignedIn()
  async read(): Promise<PolicyPage> {
    const { internal, rows, version } = this.settings.rules.severity;
    const lines = [...rows.map((row) => lineOf(row, false)), ...internal.rows.map((row) => lineOf(row, true))];
    const [refusal] = await this.db.query<{ faults: string[] }[]>(
      'select faults from policy_refusal order by seen_at desc limit 1',
    );
    return {
      version: this.settings.policy.version,
      versions: await this.versions(),
      refused: refusal?.faults ?? [],
      severity: { version, adopted: internal.adopted, lines },
    };
  }

  private async versions(): Promise<PolicyVersion[]> {
    const rows = await this.db.query<{ version: string; takenAt: Date; body: Policy }[]>(
      'select version, taken_at as "takenAt", body from policy_version order by taken_at desc, version limit $1',
      [SHOWN],
    );
    return rows.map(({ version, takenAt, body }) => ({
      version,
      title: body.title,
      takenAt: takenAt.toISOString(),
      body: withoutAddresses(body),
    }));
  }
}

/** Addresses of robots are keys to them. */
function withoutAddresses({ leadership: _, operators: __, ...rules }: Policy): Record<string, unknown> {
  return rules;
}

function lineOf(row: SeverityRow, internal: boolean): SeverityLine {
  const { id, kind, level, text, source, confidence, verified, validFrom, validTo } = row;
  return { id, kind, level, text, source, confidence, verified, validFrom, validTo: validTo ?? null, internal };
}
