import { mount } from 'svelte';
import Portal from './portal.svelte';

// Svelte asks an element for its properties as it draws it, so the elements come before the page.
await import('./elements.js');
mount(Portal, { target: document.getElementById('app') });
