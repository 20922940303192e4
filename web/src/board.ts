const EVERY_MS = 30_000;

/** Keeps the parts of a page marked `data-fresh` up to date while somebody looks at it. */
export function startBoard(): void {
  const board = document.querySelector<HTMLElement>('[data-fresh]');
  if (board) {
    setInterval(() => void refresh(board), EVERY_MS);
    document.addEventListener('visibilitychange', () => void refresh(board));
  }
}

async function refresh(board: HTMLElement): Promise<void> {
  const address = board.dataset.fresh;
  if (document.hidden || !address || board.contains(document.activeElement)) {
    return;
  }
  try {
    const answer = await fetch(address);
    if (answer.ok) {
      board.innerHTML = await answer.text();
      board.classList.remove('stale');
    }
  } catch {
    board.classList.add('stale');
  }
}
