import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSpeaking } from './i18n.js';
import { Root } from './root.js';
import { startAppearance } from './shell/appearance.js';
import { bringChineseFont } from './shell/chinese-font.js';
import { reloadAfterDeployment } from './shell/deployment.js';
import { whenIdle } from './shell/when-idle.js';
import './styles/base.css';

startAppearance();
reloadAfterDeployment();
whenIdle(() => void bringChineseFont());
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
