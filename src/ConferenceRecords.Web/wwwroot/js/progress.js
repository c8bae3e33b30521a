// Shows how far a long work is without loading the page anew; when it has ended, the page tells the rest itself.
const box = document.querySelector('[data-progress]');
const bar = box?.querySelector('progress');

async function look() {
  try {
    const answer = await fetch(box.dataset.progress, { headers: { Accept: 'application/json' }, redirect: 'error' });
    if (!answer.ok) throw new Error(String(answer.status));
    const now = await answer.json();
    if (!now.reading) {
      location.reload();
      return;
    }
    if (now.total) {
      bar.max = now.total;
      bar.value = now.done;
    }
    box.querySelector('[data-progress-text]').textContent = now.text;
    box.querySelector('[data-progress-time]').textContent = now.time;
    setTimeout(look, 1000);
  } catch {
    // A network that is away for a moment, or a sign-in that ran out: the page itself says so when it is loaded anew.
    setTimeout(() => location.reload(), 5000);
  }
}

if (box) setTimeout(look, 500);
