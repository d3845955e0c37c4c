/** How a person wants the screens: as their device, or always light or dark. Kept on this device. */
export const themes = ['device', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'foyer-theme';

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return themes.find((theme) => theme === kept) ?? 'device';
}

export function showTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  if (theme === 'device') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
