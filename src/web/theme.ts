import type { ThemeConfig } from 'antd';
import compactAlgorithm from 'antd/es/theme/themes/compact';
import darkAlgorithm from 'antd/es/theme/themes/dark';
import defaultAlgorithm from 'antd/es/theme/themes/default';

export type Scheme = 'light' | 'dark';

/**
 * The colours of the product, by meaning. Every text colour reaches 4.5:1 on `ground`, `surface` and `sunken`.
 * Colour is kept for what it says: the four level colours, overdue, soon, met; all else is ink on paper.
 */
const light = {
  ground: '#f3f5f4',
  surface: '#ffffff',
  sunken: '#eaeeec',
  hairline: '#dce2e0',
  rule: '#83908d',
  text: '#141d1c',
  soft: '#44524f',
  faint: '#586562',
  accent: '#0f5a60',
  accentStrong: '#0a4449',
  accentSoft: '#e0edec',
  onAccent: '#ffffff',
  levelI: '#b3121e',
  levelISoft: '#fce8e7',
  levelII: '#9c4600',
  levelIISoft: '#fdeedd',
  levelIII: '#735700',
  levelIIISoft: '#fbf3d0',
  levelIV: '#17509f',
  levelIVSoft: '#e6eefa',
  met: '#1c6636',
  metSoft: '#e3f2e7',
  shadow: '0 1px 2px rgb(20 29 28 / 6%), 0 8px 24px rgb(20 29 28 / 8%)',
};

export type Palette = typeof light;

const dark: Palette = {
  ground: '#0c1112',
  surface: '#131a1b',
  sunken: '#1b2425',
  hairline: '#273233',
  rule: '#6b7977',
  text: '#e6ecea',
  soft: '#b3bfbc',
  faint: '#94a19e',
  accent: '#72c5c3',
  accentStrong: '#9adad8',
  accentSoft: '#16302f',
  onAccent: '#04201f',
  levelI: '#ff928d',
  levelISoft: '#3b1617',
  levelII: '#ffb070',
  levelIISoft: '#38220d',
  levelIII: '#ecce60',
  levelIIISoft: '#312a0c',
  levelIV: '#96c0ff',
  levelIVSoft: '#142640',
  met: '#84d39b',
  metSoft: '#122a1a',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 45%)',
};

export const palettes: Record<Scheme, Palette> = { light, dark };

/** Fonts that draw digits of one width and Chinese well; the bundled web font, last, serves machines that have none. */
export const fontFamily = [
  "'Segoe UI'",
  '-apple-system',
  "'PingFang SC'",
  "'HarmonyOS Sans SC'",
  "'Microsoft YaHei'",
  "'Source Han Sans SC'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC Variable'",
].join(', ');

/** antd's theme: the compact algorithm on a seed that leaves 14 px text, our palette, and greys raised to AA. */
export function antdTheme(scheme: Scheme): ThemeConfig {
  const p = palettes[scheme];
  return {
    algorithm: [scheme === 'dark' ? darkAlgorithm : defaultAlgorithm, compactAlgorithm],
    hashed: false,
    cssVar: { key: 'hy', prefix: 'hy' },
    token: {
      fontSize: 16,
      fontFamily,
      controlHeight: 36,
      borderRadius: 4,
      wireframe: false,
      colorPrimary: p.accent,
      colorInfo: p.accent,
      colorLink: p.accent,
      colorSuccess: p.met,
      colorWarning: p.levelII,
      colorError: p.levelI,
      colorTextBase: p.text,
      colorBgBase: p.surface,
      colorText: p.text,
      colorTextSecondary: p.soft,
      colorTextTertiary: p.faint,
      colorTextQuaternary: p.faint,
      colorTextPlaceholder: p.faint,
      colorTextDescription: p.faint,
      colorTextDisabled: p.faint,
      colorTextLightSolid: p.onAccent,
      colorPrimaryHover: p.accentStrong,
      colorLinkHover: p.accentStrong,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBgLayout: p.ground,
      colorBorder: p.rule,
      colorBorderSecondary: p.hairline,
      colorSplit: p.hairline,
      boxShadow: p.shadow,
      boxShadowSecondary: p.shadow,
      controlOutline: p.accent,
      controlOutlineWidth: 1,
    },
    components: {
      Select: { optionSelectedBg: p.accentSoft, optionActiveBg: p.sunken },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    },
  };
}

/** Puts the palette on the root element as `--text`, `--accentSoft`, `--levelI` …, for the style sheets. */
export function paint(root: HTMLElement, scheme: Scheme): void {
  root.dataset.theme = scheme;
  root.style.colorScheme = scheme;
  root.style.setProperty('--font', fontFamily);
  for (const [key, value] of Object.entries(palettes[scheme])) root.style.setProperty(`--${key}`, value);
}
