import { text } from './texts';

/** Told when the page turns light or dark. */
export const themeChanges = new EventTarget();

/** Whether the page is dark now, by the switch or else by the reader's system. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Makes the switch in the header work in place; without script it is a link that does the same. */
export function startTheme(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.theme');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => changed(link));
  link?.addEventListener('click', (event) => {
    event.preventDefault();
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
    changed(link);
  });
  changed(link);
}

function changed(link: HTMLAnchorElement | null): void {
  if (link) {
    const dark = isDark();
    const label = text(dark ? 'theme.light' : 'theme.dark');
    link.setAttribute('aria-label', label);
    link.title = label;
    link.querySelector('use')?.setAttribute('href', `/icons.svg#${dark ? 'sun' : 'moon'}`);
  }
  themeChanges.dispatchEvent(new Event('change'));
}
