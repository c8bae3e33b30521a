// Signs in again without leaving the page: the ordinary sign-in page does it, in the background.
import { say } from './words.js';

export function signInAgain(dialog, { person, path, signedIn }) {
  const form = dialog.querySelector('form');
  const problem = dialog.querySelector('[data-problem]');
  const { dataset } = dialog;
  const tell = text => {
    problem.textContent = text ?? '';
    problem.hidden = !text;
  };

  async function attempt() {
    const back = new URL(path, location.href);
    back.searchParams.set('handler', 'token');
    const address = new URL(dataset.address, location.href);
    const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');
    const page = await read(await fetch(address));
    const token = page.querySelector('form:has([name="Input.Password"]) [name=__RequestVerificationToken]');
    // Without that form somebody is signed in already, perhaps in another tab.
    const answer = token
      ? await fetch(address, {
        method: 'POST', headers: { Accept: 'application/json' },
        body: new URLSearchParams({
          [token.name]: token.value, 'tro-lai': back.pathname + back.search,
          'Input.UserName': form.elements.name.value, 'Input.Password': form.elements.password.value,
        }),
      })
      : await fetch(back, { headers: { Accept: 'application/json' } });
    if (answer.status === 422) return tell((await read(answer)).querySelector('[data-error-summary] li')?.textContent);
    const fresh = answer.ok && answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : null;
    // The outbox stays that of the first person; whoever is signed in now neither sees nor sends it.
    if (fresh?.person !== person) return tell(fresh || answer.status === 404 ? say(dataset.other, dataset.name) : dataset.failed);
    tell();
    dialog.close();
    signedIn(fresh.token);
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await attempt();
    } catch {
      tell(dataset.failed);
    }
    form.elements.password.value = '';
  });
}
