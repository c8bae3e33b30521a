// "A+": larger text, remembered on this device. Without script there is no button.
const root = document.documentElement;
const show = large => large ? root.dataset.text = 'large' : delete root.dataset.text;
// Storage may be closed: the choice then holds for the page.
try { show(localStorage.text); } catch { }
addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('[data-text-size]');
  if (!button) return;
  const mark = () => button.setAttribute('aria-pressed', 'text' in root.dataset);
  mark();
  button.hidden = false;
  button.onclick = () => {
    show(!('text' in root.dataset));
    mark();
    try { localStorage.text = root.dataset.text ?? ''; } catch { }
  };
});
