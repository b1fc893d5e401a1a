// The kit may come later than the page: what is set on its tags before is kept.
const kit = import('./golive-elements/golive.js');

const signedInAs = (name) => ({ Authorization: `Bearer ${name}` });
const headers = { developer: async () => signedInAs('joel'), reviewer: signedInAs('mara') };
const strings = { stepper: { productionLater: 'Not open yet' } };

const main = document.querySelector('main');
const phase = document.querySelector('#phase');
const log = document.querySelector('#log');

function show(role) {
  main.replaceChildren(document.querySelector(`template#${role}`).content.cloneNode(true));
  const source = main.querySelector('golive-provider, golive-review-desk');
  source.headers = headers[role];
  source.strings = strings;
  main.querySelector('#reverse')?.addEventListener('click', () => {
    const list = main.querySelector('ul');
    list.append(...[...list.children].reverse());
  });
  if (role === 'developer') void list();
}

async function list() {
  const { createHttpAdapter, createStaticStore } = await kit;
  const adapter = createHttpAdapter({ baseUrl: '/api', headers: headers.developer });
  const snapshots = await Promise.all(
    ['sub_1', 'sub_2', 'sub_3'].map((id) => adapter.getSnapshot(id)),
  );
  setPhase(snapshots[0].phase);
  for (const snapshot of snapshots) {
    const item = document.createElement('li');
    const stepper = document.createElement('golive-stepper');
    stepper.store = createStaticStore(snapshot);
    item.append(snapshot.name, stepper);
    main.querySelector('ul')?.append(item);
  }
}

function setPhase(name) {
  phase.textContent = name;
  const provider = main.querySelector('golive-provider');
  const card = provider?.querySelector('[lane=production]');
  if (name !== 'production') card?.remove();
  else if (provider && !card) {
    const opened = document.createElement('golive-credential-card');
    opened.setAttribute('lane', 'production');
    provider.append(opened);
  }
}

main.addEventListener('golive-changed', ({ detail }) => setPhase(detail.phase));
main.addEventListener('golive-error', ({ detail }) => log.append(`Error: ${detail.code} `));
main.addEventListener('golive-action', (event) => {
  if (!main.querySelector('#freeze')?.checked) return;
  event.preventDefault();
  log.append(`Stopped: ${event.detail.action} `);
});
for (const button of document.querySelectorAll('[data-role]')) {
  button.addEventListener('click', () => show(button.dataset.role));
}
show('developer');
