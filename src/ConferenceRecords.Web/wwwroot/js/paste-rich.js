// A copy in Word carries its lists and tables as HTML, which a text area drops: keep it beside the text, and say what came.

const longest = 3_000_000;
const programs = [['Excel.Sheet', 'Excel'], ['Word.Document', 'Word'], ['LibreOffice', 'LibreOffice']];

for (const status of document.querySelectorAll('[data-paste-rich]')) {
  const area = document.getElementById(status.dataset.pasteRich);
  const rich = document.getElementById(status.dataset.pasteInto);
  const forget = () => {
    rich.value = '';
    status.textContent = '';
  };

  area.addEventListener('paste', event => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const replacesAll = area.value.trim() === '' || (area.selectionStart === 0 && area.selectionEnd === area.value.length);
    forget();
    if (!html || html.length > longest || !replacesAll) return;
    rich.value = html;
    const count = text.split('\n').filter(line => line.trim()).length || (html.match(/<(p|tr|li)[\s>]/gi) ?? []).length;
    const program = programs.find(([mark]) => html.includes(mark))?.[1] ?? status.dataset.pasteClipboard;
    status.textContent = status.dataset.pasteSaid.replace('{count}', count).replace('{program}', program);
  });

  // What is typed afterwards counts: then the text is what is sent.
  area.addEventListener('input', event => {
    if (event.inputType !== 'insertFromPaste') forget();
  });
}
