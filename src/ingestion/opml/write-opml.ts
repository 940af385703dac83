import type { Tier } from '../../domain/clocks/policy.js';

/** A source as an export names it. */
export interface ExportedSource {
  id: string;
  name: string;
  url: string;
  tier: Tier;
  family: string;
  folder: string | null;
  expectedSeconds: number | null;
}

interface Folder {
  folders: Map<string, Folder>;
  sources: ExportedSource[];
}

/** OPML 2.0. What other readers do not know stands in attributes of our own name space, so that an import of it loses nothing. */
export function writeOpml(sources: ExportedSource[], at: Date): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0" xmlns:huiying="urn:huiying:opml:1">',
    `  <head><title>回应 Huiying</title><dateCreated>${at.toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...linesOf(treeOf(sources), '    '),
    '  </body>',
    '</opml>',
  ];
  return `${lines.join('\n')}\n`;
}

const emptyFolder = (): Folder => ({ folders: new Map(), sources: [] });

function treeOf(sources: ExportedSource[]): Folder {
  const root = emptyFolder();
  for (const source of sources) {
    let place = root;
    for (const name of source.folder?.split('/') ?? []) {
      const inner = place.folders.get(name) ?? emptyFolder();
      place.folders.set(name, inner);
      place = inner;
    }
    place.sources.push(source);
  }
  return root;
}

function linesOf({ folders, sources }: Folder, indent: string): string[] {
  const inner = [...folders].flatMap(([name, folder]) => [
    `${indent}<outline ${attributes({ text: name, title: name })}>`,
    ...linesOf(folder, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...inner, ...sources.map((source) => `${indent}<outline ${attributesOf(source)}/>`)];
}

function attributesOf({ id, name, url, tier, family, expectedSeconds }: ExportedSource): string {
  const own = { 'huiying:id': id, 'huiying:tier': tier, 'huiying:family': family };
  const period: Record<string, string> =
    expectedSeconds === null ? {} : { 'huiying:expectedSeconds': String(expectedSeconds) };
  return attributes({ type: 'rss', text: name, title: name, xmlUrl: url, ...own, ...period });
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
