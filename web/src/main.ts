import './styles/tokens.css';
import './styles/base.css';
import './styles/planner.css';
import './styles/answer.css';
import './styles/board.css';
import './styles/print.css';
import { startAlerts } from './alerts';
import { startBoard } from './board';
import { startPlanner } from './planner';
import { startSmallMap } from './smallmap';
import { startTheme } from './theme';

// The server has written the whole page; from here on the page only becomes handier.
document.documentElement.classList.add('scripted');
startTheme();
startPlanner();
startBoard();
startAlerts();
startSmallMap();

if ('serviceWorker' in navigator && window.isSecureContext) {
  window.addEventListener('load', () => {
    void navigator.serviceWorker.register('/worker.js');
  });
}
