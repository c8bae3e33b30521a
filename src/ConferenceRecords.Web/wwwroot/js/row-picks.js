// Counts the rows that are ticked while one ticks them: on the button, and for each group beside the number that the list states.

for (const form of document.querySelectorAll('form[data-row-picks]')) {
  const count = () => {
    const picked = [...form.querySelectorAll('[data-pick-row]')].filter(row => row.querySelector('input[type=checkbox]').checked);
    for (const button of form.querySelectorAll('[data-picks-said]')) button.textContent = button.dataset.picksSaid.replace('{count}', picked.length);
    for (const tag of form.querySelectorAll('[data-picks-of]')) {
      const own = picked.filter(row => row.querySelector('select').value === tag.dataset.picksOf).length;
      tag.textContent = tag.dataset.said.replace('{count}', own);
      if (tag.dataset.stated) tag.dataset.state = own === Number(tag.dataset.stated) ? 'done' : 'late';
    }
  };
  form.addEventListener('change', count);
}
