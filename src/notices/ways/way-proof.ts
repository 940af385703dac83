import { createHash, randomBytes } from 'node:crypto';
import { BadRequestException, ConflictException, HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isFarChannel } from '../../channels/channels.js';
import type { TestedWay, WayView } from '../../contract/way.js';
import type { Person } from '../../contract/session.js';
import { senderMissing } from '../../roster/way.js';
import { Settings } from '../../settings/settings.js';
import { DeliveryError, type OutgoingText } from '../../channels/channel.js';
import { Channels } from '../channels.js';
import { withoutSecrets } from '../../channels/plain-answer.js';
import { mine, told } from './way-changes.js';

const ATTEMPT_MS = 10_000;
const PROOF_BYTES = 24;
const VALID_HOURS = 24;
const PAUSE_S = 60;
const MOST_AN_HOUR = 10;

/**
 * A test message carries words that only its receiver can know. Opening its link changes nothing: the page asks, and the
 * person, signed in as himself, confirms. The words are stored as a hash, hold a day and work once.
 */
@Injectable()
export class WayProof {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly channels: Channels,
  ) {}

  /**
   * @throws ConflictException the way is disabled, or its channel not set up; HttpException 429 asked too often
   */
  async test(by: Person, id: string): Promise<TestedWay> {
    const proof = randomBytes(PROOF_BYTES).toString('base64url');
    const way = await this.db.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for no key update', [by.id]);
      const found = await mine(tx, by, id);
      this.checkReady(found);
      const [sent] = await tx.query<{ hour: number; just: boolean }[]>(
        `select count(*)::int as hour, coalesce(bool_or(id = $2 and proof_sent_at > app_now() - $3 * interval '1 second'), false)
           as just from contact_way where account_id = $1 and proof_sent_at > app_now() - interval '1 hour'`,
        [by.id, id, PAUSE_S],
      );
      if (!sent || sent.just || sent.hour >= MOST_AN_HOUR)
        throw new HttpException(
          '测试过于频繁,请一分钟后再试 · too many tests, again in a minute',
          HttpStatus.TOO_MANY_REQUESTS,
        );
      await tx.query('update contact_way set proof_hash = $2, proof_sent_at = app_now() where id = $1', [
        id,
        hashOf(proof),
      ]);
      return told(tx, by, id, 'way.test_sent');
    });
    const { outcome, answer } = await this.send(way, proof);
    // Whoever repeats the message in his answer has not shown that anybody read it.
    return { ...way, outcome, answer: withoutSecrets(answer, [proof]) };
  }

  /** @throws BadRequestException unknown, used, too old, or for somebody else's way */
  prove(by: Person, proof: string): Promise<WayView> {
    return this.db.transaction(async (tx) => {
      const [[row]] = await tx.query<[{ id: string }[], number]>(
        `update contact_way set proven_at = app_now(), proof_hash = null
         where account_id = $1 and proof_hash = $2 and disabled_at is null
           and proof_sent_at > app_now() - $3 * interval '1 hour'
         returning id`,
        [by.id, hashOf(proof), VALID_HOURS],
      );
      if (!row)
        throw new BadRequestException(
          '验证码不对、已用过或已过期(24 小时),请重新发送测试 · this proof is wrong, used or older than a day: send a new test',
        );
      return told(tx, by, row.id, 'way.proven');
    });
  }

  private checkReady({ channel, disabledAt }: WayView): void {
    if (disabledAt !== null) throw new ConflictException('该联系方式已停用 · this way is disabled');
    const missing = isFarChannel(channel) ? senderMissing(channel, this.settings) : channel;
    if (missing !== null) throw new ConflictException(`本单位尚未开通此渠道 · this channel is not set up: ${missing}`);
  }

  private async send(way: WayView, proof: string): Promise<Pick<TestedWay, 'outcome' | 'answer'>> {
    const { id, channel, address } = way;
    try {
      const about = `way:${id}:${way.testSentAt ?? ''}`;
      const outgoing = { id, alertId: id, idempotencyKey: about, address, origin: 'form' as const };
      const text = this.text(proof);
      const taken = await this.channels.named(channel)?.send({ ...outgoing, text }, AbortSignal.timeout(ATTEMPT_MS));
      return { outcome: 'taken', answer: taken?.answer ?? '' };
    } catch (error) {
      const answer = error instanceof Error ? error.message : String(error);
      return { outcome: error instanceof DeliveryError && error.permanent ? 'refused' : 'later', answer };
    }
  }

  private text(proof: string): OutgoingText {
    const office = this.settings.env.PUBLIC_URL;
    const link = office ? [`${office.replace(/\/$/, '')}/me/ways?proof=${proof}`] : [];
    return {
      recipient: 'TEST',
      subject: { zh: '【联系方式测试】请确认收到', en: '[Test] please confirm that this arrived' },
      lines: {
        zh: [
          '这是一条测试消息,不涉及任何事件。',
          '请登录后在「我的联系方式」填入验证码:',
          proof,
          ...link,
          '24 小时内有效,只能用一次。',
        ],
        en: [
          'A test; it is about no incident. Sign in and enter the proof under "My ways to be reached":',
          proof,
          ...link,
        ],
      },
    };
  }
}

function hashOf(proof: string): string {
  return createHash('sha256').update(proof).digest('hex');
}
