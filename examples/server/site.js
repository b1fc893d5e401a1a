// The kit may come later than the page: what is set on its tags before is kept.
const kit = import('/golive-elements/golive.js');

const log = document.querySelector('#log');
const strings = { stepper: { productionLater: 'Not open yet' } };

/** Gives the tags that the server wrote what no attribute can hold. */
async function equip() {
  for (const provider of document.querySelectorAll('golive-provider')) provider.strings = strings;
  const { createStaticStore } = await kit;
  for (const data of document.querySelectorAll('golive-stepper + script')) {
    data.previousElementSibling.store ??= createStaticStore(JSON.parse(data.textContent));
  }
}

document.addEventListener('htmx:after:swap', () => void equip());
document.addEventListener('golive-changed', ({ detail }) => {
  document.querySelector('#phase').textContent = detail.phase;
});
document.addEventListener('golive-error', ({ detail }) => log.append(`Error: ${detail.code} `));
document.addEventListener('golive-action', (event) => {
  if (!document.querySelector('#freeze')?.checked) return;
  event.preventDefault();
  log.append(`Stopped: ${event.detail.action} `);
});
void equip();
