import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { wallMs } from '../boards/wall-clock.js';
import { type BenchPlace, type Figure, median, rounded } from '../figure.js';
import { Listeners } from './listeners.js';
import { BEGIN, plainSpeaker, productSpeaker, type Speaker } from './speakers.js';

const CROWDS = [1_000, 2_000, 4_000];
const [WARM, ROUNDS] = [10, 40];
/** Between two rounds: what the last one has left to do is done. */
const REST_MS = 60;
const [MOST_RATIO, MOST_CPU_US] = [2, 25];

interface Fan {
  ms: number[];
  cpuUs: number[];
}

/**
 * `fanout [clients ...]`: one alert to so many sockets, all in one room, by the board's own path and by plain `ws` with a frame built
 * once, in turn. Until the last client has it, and the processor time of the server for one delivery.
 */
export async function* benchFanout(given: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  for (const many of given.length > 0 ? given.map(Number) : CROWDS) yield await crowd(root, many);
}

async function crowd(root: string, many: number): Promise<Figure> {
  const product = await productSpeaker();
  const plain = await plainSpeaker(product.wsEngine, product.frame());
  const seats = (url: string) => Listeners.open(root, { url, many, begin: BEGIN });
  const listeners = [await seats(product.url), await seats(plain.url)] as const;
  const fans: [Fan, Fan] = [
    { ms: [], cpuUs: [] },
    { ms: [], cpuUs: [] },
  ];
  try {
    for (let round = -WARM; round < ROUNDS; round += 1)
      for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const [ms, cpuUs] = await said(at === 0 ? product : plain, listeners[at]);
        await pause(REST_MS);
        if (round < 0) continue;
        fans[at].ms.push(ms);
        fans[at].cpuUs.push(cpuUs / many);
      }
  } finally {
    for (const one of [...listeners, product, plain]) one.close();
  }
  return figure(many, fans);
}

/** @returns ms until the last listener has it, and µs of processor time meanwhile */
async function said(speaker: Speaker, listeners: Listeners): Promise<[number, number]> {
  const heard = listeners.next();
  const [cpu, begun] = [process.cpuUsage(), wallMs()];
  speaker.say();
  const ms = (await heard) - begun;
  const { user, system } = process.cpuUsage(cpu);
  return [ms, user + system];
}

function figure(clients: number, [product, plain]: [Fan, Fan]): Figure {
  const [ms, referenceMs] = [median(product.ms), median(plain.ms)];
  return {
    name: 'one alert to the last of all screens',
    ...{ clients, ms: rounded(ms), reference: 'plain ws, frame built once', referenceMs: rounded(referenceMs) },
    ...{ ratio: rounded(ms / referenceMs), mostRatio: MOST_RATIO },
    ...{
      cpuUsPerDelivery: rounded(median(product.cpuUs)),
      referenceCpuUs: rounded(median(plain.cpuUs)),
      mostCpuUs: MOST_CPU_US,
    },
    load: rounded(loadavg()[0] ?? NaN),
  };
}
