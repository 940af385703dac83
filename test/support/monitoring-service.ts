import {
  type IntakeReceipt,
  intakeReceipts,
  type IntakeView,
  type IntakeWithSecret,
  intakeWithSecret,
} from '../../src/contract/intake.js';
import type { Problem } from '../../src/contract/problem.js';
import type { SourceView } from '../../src/contract/source.js';
import { signatureOf } from '../../src/channels/signature.js';
import type { Office } from './office.js';

export interface Delivery {
  status: number;
  items: IntakeReceipt[];
  problem: Problem;
}

/** A bought-in monitoring service, as an office has employed it. */
export class MonitoringService {
  private constructor(
    private readonly office: Office,
    public made: IntakeWithSecret,
  ) {}

  static async employ(office: Office, id: string, tier = 'regular'): Promise<MonitoringService> {
    const { status, body } = await office.post<IntakeWithSecret>('/intakes', {
      id,
      name: '某监测服务',
      tier,
      family: id,
    });
    if (status !== 201) throw new Error(`POST /intakes: ${status}`);
    return new MonitoringService(office, intakeWithSecret.parse(body));
  }

  async seconds(ahead = 0): Promise<number> {
    return Math.floor((await this.office.clock.now()).getTime() / 1_000) + ahead;
  }

  async sign(text: string, { secret = this.made.secret, ahead = 0 } = {}): Promise<string> {
    return signatureOf(secret, text, await this.seconds(ahead));
  }

  /** Sends a text under a signature, whether it fits or not. */
  async deliver(
    text: string,
    signature: string | null,
    { to = this.made.id, headers = {} }: { to?: string; headers?: Record<string, string> } = {},
  ): Promise<Delivery> {
    const signed = signature !== null && { 'x-huiying-signature': signature };
    const answer = await fetch(`${this.office.address}/api/v1/intakes/${to}/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed, ...headers },
      body: text,
    });
    const body: unknown = await answer.json();
    const items = answer.status === 202 ? intakeReceipts.parse(body).items : [];
    return { status: answer.status, items, problem: body as Problem };
  }

  async send(body: unknown): Promise<Delivery> {
    const text = JSON.stringify(body);
    return this.deliver(text, await this.sign(text));
  }

  articles(): Promise<Record<string, unknown>[]> {
    return this.office.db.query('select * from article where source_id = $1', [this.made.id]);
  }

  async intake(): Promise<IntakeView | undefined> {
    const { items } = await this.office.get<{ items: IntakeView[] }>('/intakes');
    return items.find(({ id }) => id === this.made.id);
  }

  async source(): Promise<SourceView | undefined> {
    const { items } = await this.office.get<{ items: SourceView[] }>('/sources');
    return items.find(({ id }) => id === this.made.id);
  }
}
