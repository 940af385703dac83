/** Fonts with Chinese that the theme asks for by name, by their names inside of a file; any of them will do. */
const OF_THE_MACHINE = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Microsoft YaHei',
  'Source Han Sans SC',
  'Noto Sans CJK SC',
];

/** Where the machine has no Chinese font: a hundred font faces, never in the way of the first paint. */
export async function bringChineseFont(): Promise<void> {
  const names = OF_THE_MACHINE.map((name) => `local("${name}")`).join(', ');
  const isThere = await new FontFace('machine', names).load().then(
    () => true,
    () => false,
  );
  if (!isThere) await import('@fontsource-variable/noto-sans-sc/wght.css');
}
