import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSpeaking } from './i18n.js';
import { Root } from './root.js';
import { startAppearance } from './shell/appearance.js';
import { reloadAfterDeployment } from './shell/deployment.js';
import { whenIdle } from './shell/when-idle.js';
import './styles/base.css';

startAppearance();
reloadAfterDeployment();
// A hundred font faces, needed only where the machine has no Chinese font: never in the way of the first paint.
whenIdle(() => void import('@fontsource-variable/noto-sans-sc/wght.css'));
const place = document.getElementById('root');
if (place) {
  void startSpeaking().then(() =>
    createRoot(place).render(
      <StrictMode>
        <Root />
      </StrictMode>,
    ),
  );
}
