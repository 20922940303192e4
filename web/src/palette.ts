/** Colours of lines whose feed tells none, by mode, on the light and on the dark map. */
const PALETTE: Record<string, [light: string, dark: string]> = {
  metro: ['#c8202f', '#ff7b74'],
  rail: ['#5a3d99', '#b79df0'],
  tram: ['#c25e00', '#f0a04b'],
  bus: ['#2a6fb0', '#79b4ec'],
  ferry: ['#0f7c86', '#5cc7d1'],
};

/** Modes that are drawn like another. */
const LIKE: Record<string, string> = {
  trolleybus: 'bus',
  coach: 'bus',
  funicular: 'tram',
  cablecar: 'tram',
  gondola: 'ferry',
  monorail: 'metro',
};

/** The modes that have a colour of their own. */
export const PAINTED = Object.keys(PALETTE);

/** The mode in whose colour a mode is drawn. */
export function paintedLike(mode: string): string {
  const like = LIKE[mode] ?? mode;
  return like in PALETTE ? like : 'bus';
}

/** The colour of a mode. */
export function modeColour(mode: string, dark: boolean): string {
  return PALETTE[paintedLike(mode)]?.[dark ? 1 : 0] ?? '#455b71';
}

/** Every mode and its colour in turn, as a style matches them. */
export function matched(dark: boolean): string[] {
  return [...PAINTED, ...Object.keys(LIKE)].flatMap((mode) => [mode, modeColour(mode, dark)]);
}
