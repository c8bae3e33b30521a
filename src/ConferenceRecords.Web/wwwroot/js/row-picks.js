// Counts the rows that are ticked while one ticks them: on the button, and for each group, with those that are there already, beside the number that the
// list states.

for (const form of document.querySelectorAll('form[data-row-picks]')) {
  const count = () => {
    const rows = [...form.querySelectorAll('[data-pick-row]')];
    const isPicked = row => row.querySelector('input[type=checkbox]').checked;
    const picked = rows.filter(isPicked);
    for (const button of form.querySelectorAll('[data-picks-said]')) button.textContent = button.dataset.picksSaid.replace('{count}', picked.length);
    for (const tag of form.querySelectorAll('[data-picks-of]')) {
      const own = rows.filter(row => (isPicked(row) || row.dataset.known === 'true') && row.querySelector('select').value === tag.dataset.picksOf).length;
      tag.textContent = tag.dataset.said.replace('{count}', own);
      if (tag.dataset.stated) tag.dataset.state = own === Number(tag.dataset.stated) ? 'done' : 'late';
    }
  };
  form.addEventListener('change', count);
}
