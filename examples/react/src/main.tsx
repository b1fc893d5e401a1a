import { StrictMode, Suspense, lazy } from 'react';
import { createRoot } from 'react-dom/client';

// React asks an element for its properties as it draws it first, so the elements come before the page.
const Portal = lazy(async () => {
  await import('./elements.js');
  return import('./portal.js');
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Suspense fallback={<p>Loading…</p>}>
      <Portal />
    </Suspense>
  </StrictMode>,
);
