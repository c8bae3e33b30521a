// Keeps what was written and is not yet confirmed: in IndexedDB, encrypted with a key that can't be taken out of it, one database for each
// person. Where storage is closed or forbidden the same outbox lives in the memory of the page alone, and `durable` is false.

export const MaxAge = 72 * 3600_000;

const prefix = 'ghi-y-kien-';
const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const finished = transaction => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});

/** A key for a record: UUID version 7, its first half the time. */
export function newKey(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let at = 5, rest = now; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function openDatabase(person) {
  const request = indexedDB.open(prefix + person, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys');
    request.result.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
    request.result.createObjectStore('drafts', { keyPath: ['scope', 'tab'] });
  };
  const database = await done(request);
  // Signing out in another tab removes the database; this tab must not stand in the way.
  database.onversionchange = () => database.close();
  return database;
}

async function keyOf(database) {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const keys = database.transaction('keys', 'readwrite').objectStore('keys');
  const stored = await done(keys.get('key'));
  if (stored) return stored;
  await done(keys.put(fresh, 'key'));
  return fresh;
}

/** Entries in the order of writing, and one unfinished text for each tab. What the database does not take stays in the page. */
class Outbox {
  #database;

  #key;

  #kept = [];

  #last = 0;

  constructor(scope, path, database, key) {
    Object.assign(this, { scope, path, durable: Boolean(database) });
    this.#database = database;
    this.#key = key;
  }

  async #seal(content) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#key, new TextEncoder().encode(JSON.stringify(content))) };
  }

  async #unseal({ iv, data, ...plain }) {
    try {
      return { ...plain, ...JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, this.#key, data))) };
    } catch {
      return null;
    }
  }

  // Strict: it is on the disk before the next one is sent.
  async #write(act) {
    const write = this.#database.transaction(['entries', 'drafts'], 'readwrite', { durability: 'strict' });
    const result = await act(write.objectStore('entries'), write.objectStore('drafts'));
    await finished(write);
    return result;
  }

  async #all(name) {
    if (!this.#database) return [];
    try {
      const rows = await done(this.#database.transaction(name).objectStore(name).getAll());
      return (await Promise.all(rows.filter(row => row.scope === this.scope).map(row => this.#unseal(row)))).filter(Boolean);
    } catch {
      return [];
    }
  }

  async entries() { return [...await this.#all('entries'), ...this.#kept]; }

  drafts() { return this.#all('drafts'); }

  /** Stores an entry and takes the unfinished text of its tab away, both or neither. */
  async add(content, tab) {
    try {
      if (!this.#database) throw new Error('closed');
      const sealed = await this.#seal(content);
      await this.#write((entries, drafts) => {
        entries.add({ scope: this.scope, path: this.path, at: Date.now(), ...sealed });
        drafts.delete([this.scope, tab]);
      });
    } catch {
      this.durable = false;
      this.#last += 1;
      this.#kept.push({ ...content, at: Date.now(), seq: `page-${this.#last}` });
    }
  }

  async replace(entry) {
    if (typeof entry.seq === 'string') {
      this.#kept = this.#kept.map(kept => kept.seq === entry.seq ? entry : kept);
      return;
    }
    const { seq, scope, path, at, ...content } = entry;
    const sealed = await this.#seal(content);
    await this.#write(entries => { entries.put({ seq, scope, path, at, ...sealed }); });
  }

  async remove(seq) {
    if (typeof seq === 'string') this.#kept = this.#kept.filter(kept => kept.seq !== seq);
    else await this.#write(entries => { entries.delete(seq); });
  }

  /** Keeps the unfinished text of a tab; null takes it away. */
  async keepDraft(tab, content) {
    if (!this.#database) return;
    try {
      const sealed = content && await this.#seal(content);
      await this.#write((entries, drafts) => {
        if (sealed) drafts.put({ scope: this.scope, path: this.path, tab, at: Date.now(), ...sealed });
        else drafts.delete([this.scope, tab]);
      });
    } catch {
      this.durable = false;
    }
  }

  /** Drops what is older than three days, of every session; returns how many. */
  async dropOld() {
    if (!this.#database) return 0;
    return this.#write(async (entries, drafts) => {
      const tooOld = row => Date.now() - row.at > MaxAge;
      const [old, unfinished] = [(await done(entries.getAll())).filter(tooOld), (await done(drafts.getAll())).filter(tooOld)];
      old.forEach(row => entries.delete(row.seq));
      unfinished.forEach(row => drafts.delete([row.scope, row.tab]));
      return old.length + unfinished.length;
    });
  }
}

/**
 * Opens the outbox of a person for one session or group.
 * @param {{ person: string, scope: string, path: string, allowed: boolean }} of who, where, the page that sends it, and whether this machine may keep anything
 */
export async function openOutbox({ person, scope, path, allowed }) {
  let stored = null;
  try {
    const database = await openDatabase(person);
    stored = new Outbox(scope, path, database, await keyOf(database));
  } catch { /* No secure context, a private window, a full disk. */ }
  if (stored && allowed) return stored;
  const page = new Outbox(scope, path);
  // Forbidden since it was written: it is still sent, but no longer kept.
  for (const { seq, ...entry } of await stored?.entries() ?? []) await page.add(entry);
  if (stored) await forget(person);
  return page;
}

/** How many entries and unfinished texts wait on this machine: a person's own, with the pages that send them, and other people's. */
export async function waiting(person) {
  const found = { count: 0, paths: [], others: 0 };
  if (!globalThis.indexedDB?.databases) return found;
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith(prefix)) continue;
    const database = await openDatabase(name.slice(prefix.length));
    const read = database.transaction(['entries', 'drafts']);
    const rows = (await Promise.all(['entries', 'drafts'].map(store => done(read.objectStore(store).getAll())))).flat()
      .filter(row => Date.now() - row.at <= MaxAge);
    database.close();
    if (name === prefix + person) Object.assign(found, { count: rows.length, paths: [...new Set(rows.map(row => row.path))] });
    else found.others += rows.length;
  }
  return found;
}

export const forget = person => done(indexedDB.deleteDatabase(prefix + person)).catch(() => {});
