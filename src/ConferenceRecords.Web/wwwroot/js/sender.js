// Sends the entries of an outbox one by one in the order of writing, from one tab at a time, until each is confirmed. The key in an entry
// makes a second sending harmless, so that in doubt it sends again.
const Patience = 10_000;
const LongestPause = 15_000;

/** A request to the page, with an answer in JSON; throws when there is no answer in time. */
export const request = (address, options = {}) =>
  fetch(address, { credentials: 'same-origin', ...options, signal: AbortSignal.timeout(Patience), headers: { Accept: 'application/json' } });

const exclusively = (name, act) => navigator.locks ? navigator.locks.request(name, act) : act();

/**
 * @param {object} with `outbox`, `scope`, `path` (the page that stores), `person` (who wrote it), `token` (name and value of the antiforgery field)
 * and the callbacks `changed()`, `saved(answer)`
 */
export function sender({ outbox, scope, path, person, token, changed, saved }) {
  const channel = globalThis.BroadcastChannel && outbox.durable ? new BroadcastChannel(`${person}/${scope}`) : null;
  let pause = 1000;
  let timer;
  let running = false;
  let again = false;
  // '' (all is well), 'offline', 'signed-out'
  const self = { state: '', path, kick, tell, signedIn, signedOut, lost, found };

  function become(state) {
    if (self.state === state) return;
    self.state = state;
    changed();
  }

  function tell(message) { channel?.postMessage(message); }

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.saved) saved(data.saved);
      if (data.signedIn) signedIn(data.signedIn, false);
      changed();
    };
  }

  async function freshToken() {
    const answer = await request(`${path}${path.includes('?') ? '&' : '?'}handler=token`);
    if (!answer.ok) return answer.status;
    const fresh = await answer.json();
    if (fresh.person !== person) return 401;
    token.value = fresh.token;
    return 200;
  }

  async function deliver(entry, retried = false) {
    const answer = await request(path, { method: 'POST', body: new URLSearchParams({ ...entry.fields, [token.name]: token.value }) });
    if (answer.status === 401) return signedOut();
    // The token is of an earlier sign-in, or of somebody else's: with a fresh one of the same person once more.
    if (answer.status === 400 && !retried) {
      const status = await freshToken();
      if (status === 401) return signedOut();
      if (status === 200) return deliver(entry, true);
    }
    if (answer.status === 400 || answer.status === 408 || answer.status === 429 || answer.status >= 500) throw new Error(answer.statusText);
    if (answer.ok) {
      const stored = await answer.json();
      await outbox.remove(entry.seq);
      saved(stored);
      tell({ saved: stored });
    } else {
      const refusal = await answer.json().catch(() => ({}));
      await outbox.replace({ ...entry, problem: { status: answer.status, errors: refusal.errors ?? {}, stored: refusal.stored } });
      tell({});
    }
    become('');
    changed();
    return true;
  }

  // True when nothing is left that could be sent.
  async function drain() {
    for (;;) {
      const entry = (await outbox.entries()).find(one => !one.problem);
      if (!entry) return true;
      if (!await deliver(entry)) return false;
      pause = 1000;
    }
  }

  async function kick() {
    clearTimeout(timer);
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await exclusively(`send/${person}/${scope}`, drain);
      } while (again);
    } catch {
      lost();
    }
    running = false;
  }

  function lost() {
    // Who is signed out stays so until the sign-in, whatever the network does.
    if (self.state !== 'signed-out') become('offline');
    clearTimeout(timer);
    timer = setTimeout(kick, pause);
    pause = Math.min(pause * 2, LongestPause);
  }

  /** The server answered something else: what waits may go now. After a sign-in in another page it needs a token of that sign-in. */
  async function found() {
    if (self.state === 'offline') {
      become('');
      kick();
    } else if (self.state === 'signed-out' && await freshToken().catch(() => 0) === 200) signedIn(token.value);
  }

  function signedOut() { become('signed-out'); }

  /** The same person is signed in again; every tab goes on with the fresh token. */
  function signedIn(fresh, here = true) {
    token.value = fresh;
    become('');
    if (here) tell({ signedIn: fresh });
    kick();
  }

  addEventListener('online', () => { pause = 1000; kick(); });
  addEventListener('offline', () => become('offline'));
  return self;
}
