// Signing out wipes what this machine keeps of the person: first it asks when something was not sent yet.
import { forget, waiting } from './outbox.js';

const page = document.querySelector('[data-unsent]');

for (const form of document.querySelectorAll('form[data-sign-out]')) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const { person, offline } = form.dataset;
    // Without network the answer would be a dead page in place of the opinions that wait.
    if (!navigator.onLine) {
      const button = form.querySelector('button');
      button.setCustomValidity(offline);
      button.reportValidity();
      button.setCustomValidity('');
      return;
    }
    const unsent = await waiting(person).catch(() => ({ count: 0, others: 0 }));
    if (unsent.count && !page) {
      location.assign(form.action);
      return;
    }
    // A tab that holds on to it does not hold up the sign-out: the answer clears the storage too.
    await Promise.race([forget(person), new Promise(done => { setTimeout(done, 1000); })]);
    // Another person's opinions wait on this machine for that person: the answer then clears everything but the storage.
    form.elements.keep.value = unsent.others > 0;
    form.submit();
  });
}

if (page) {
  const { count, paths } = await waiting(page.dataset.unsent).catch(() => ({ count: 0, paths: [] }));
  page.hidden = !count;
  page.querySelector('[data-count]').textContent = page.dataset.count.replace('{0}', count);
  page.querySelector('a').href = paths[0] ?? '#';
}
