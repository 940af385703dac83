import { Dialler } from '../../src/network/dialler.js';
import type { Channel, Outgoing, OutgoingText } from '../../src/channels/channel.js';
import type { Environment } from '../../src/settings/env.js';
import { FakeReceiver } from './fake-receiver.js';

const TEXT: OutgoingText = {
  recipient: 'SECURITY',
  subject: { zh: '【重大】YQ-1', en: '[Level II] YQ-1' },
  lines: { zh: ['https://huiying.test/incidents/1'], en: ['https://huiying.test/incidents/1'] },
};

interface Openable {
  open: (settings: { env: Environment }, dialler: Dialler) => Channel;
}

/** A channel that calls a receiver on this machine. */
export class RobotBench {
  private constructor(
    readonly receiver: FakeReceiver,
    private readonly dialler: Dialler,
    private readonly channel: Channel,
  ) {}

  static async open(kind: Openable, env: (url: string) => Partial<Environment> = () => ({})): Promise<RobotBench> {
    const receiver = await FakeReceiver.start();
    const dialler = new Dialler();
    return new RobotBench(receiver, dialler, kind.open({ env: env(receiver.url) as Environment }, dialler));
  }

  /** @param address what stands behind the robot's address, from `/` or `?`; anything else is taken as it is */
  sends(address: string, text: Partial<OutgoingText> = {}): ReturnType<Channel['send']> {
    const notice: Outgoing = {
      id: 'n1',
      alertId: 'a1',
      idempotencyKey: 'a1:SECURITY:robot',
      address: /^[/?]/.test(address) ? `${this.receiver.url}${address}` : address,
      origin: 'file',
      text: { ...TEXT, ...text },
    };
    return this.channel.send(notice, AbortSignal.timeout(5_000));
  }

  async close(): Promise<void> {
    await this.dialler.destroy();
    await this.receiver.stop();
  }
}
