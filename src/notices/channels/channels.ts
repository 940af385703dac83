import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { FAR_CHANNELS, type FarChannel, isFarChannel } from '../../domain/channels.js';
import { Dialler } from '../../network/dialler.js';
import { Settings } from '../../settings/settings.js';
import type { Channel, ChannelClass } from './channel.js';
import { DingtalkChannel } from './dingtalk.js';
import { EmailChannel } from './email.js';
import { FeishuChannel } from './feishu.js';
import { SmsChannel } from './sms.js';
import { WebhookChannel } from './webhook.js';
import { WecomChannel } from './wecom.js';

/** The one list of what sends: a channel is a file beside this one and a line here. */
const CHANNELS: Record<FarChannel, ChannelClass> = {
  email: EmailChannel,
  webhook: WebhookChannel,
  wecom: WecomChannel,
  dingtalk: DingtalkChannel,
  feishu: FeishuChannel,
  sms: SmsChannel,
};

const CONNECT_MS = 5_000;

/** Every channel, opened once for the process; what dials out does so through one guarded dialler. */
@Injectable()
export class Channels implements OnApplicationShutdown {
  private readonly dialler = new Dialler({ connectTimeoutMs: CONNECT_MS, keepAliveMs: 1_000 });
  private readonly opened: ReadonlyMap<string, Channel>;

  constructor(settings: Settings) {
    this.opened = new Map(FAR_CHANNELS.map((name) => [name, new CHANNELS[name](settings, this.dialler)]));
  }

  /** @returns undefined when no channel bears this name */
  named(name: string): Channel | undefined {
    return isFarChannel(name) ? this.opened.get(name) : undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dialler.destroy();
  }
}
