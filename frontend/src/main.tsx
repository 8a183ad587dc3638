import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { answerAttention } from '@/app/attention';
import { startSession } from '@/app/startSession';
import { createStore } from '@/app/store';
import { applyTheme, watchTheme } from '@/components/theme/colorMode';
import { applyDensity } from '@/lib/preferences';
import { startTranslations } from '@/i18n/setup';

const root = document.getElementById('root');
const store = createStore();
applyTheme();
applyDensity();
watchTheme();
startSession(store);
answerAttention();

// The words come first: nothing is shown in the wrong language, not even for a moment.
void startTranslations().then(() => {
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <App store={store} />
      </StrictMode>,
    );
  }
});
