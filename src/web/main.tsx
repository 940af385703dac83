import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSpeaking } from './i18n.js';
import { Root } from './root.js';
import { startAppearance } from './shell/appearance.js';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './styles/base.css';

startAppearance();
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
