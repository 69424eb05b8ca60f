(() => {
  "use strict";
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const one = (name) => document.getElementById(name);

  const unfold = () => {
    const target = location.hash ? one(decodeURIComponent(location.hash.slice(1))) : null;
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => all("details").forEach((each) => { each.open = true; }));
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href^='#']")) setTimeout(unfold);
  });
  unfold();

  const bar = one("filter"), table = one("tabel");
  if (!bar || !table) return;
  const fields = ["school", "bestuur", "jaar", "regel", "stand"].map((each) => one(`f-${each}`));
  const heads = [...table.tHead.rows[0].cells].slice(2);
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    text: row.cells[0].textContent.toLowerCase(),
    state: row.cells[1].textContent,
    cells: [...row.cells].slice(2),
    detail: row.cells[0].querySelector("a") ? one(row.cells[0].querySelector("a").hash.slice(1)) : null,
  }));
  let shown = null;

  const column = (index, off) => {
    heads[index].classList.toggle("off", off);
    for (const each of rows) if (each.cells.length === heads.length) each.cells[index].classList.toggle("off", off);
  };
  const only = (index) => {
    if (index === shown) return;
    heads.forEach((_, each) => column(each, index !== null && each !== index));
    shown = index;
  };
  const fits = (each, [school, board, year, rule, state]) => {
    if (school && !each.text.includes(school.toLowerCase())) return false;
    if (board && each.row.dataset.bestuur !== board) return false;
    if (year && each.row.dataset.jaar !== year) return false;
    if (state.startsWith("sop:")) return each.state === state.slice(4);
    const cells = each.cells.length !== heads.length ? [] : rule ? [each.cells[Number(rule)]] : each.cells;
    return !state || cells.some((cell) => cell.classList.contains(state));
  };
  const apply = () => {
    const wanted = fields.map((each) => (!each ? "" : each.id === "f-school" ? each.value.trim() : each.value));
    let number = 0;
    for (const each of rows) {
      const fit = fits(each, wanted);
      number += fit ? 1 : 0;
      each.row.classList.toggle("off", !fit);
      if (each.detail) each.detail.classList.toggle("off", !fit);
    }
    only(wanted[3] === "" ? null : Number(wanted[3]));
    one("f-aantal").textContent = `${number} van ${rows.length} SOP's`;
  };
  for (const each of fields) if (each) each.addEventListener("input", apply);
  one("f-alles").addEventListener("click", () => {
    for (const each of fields) if (each) each.value = "";
    apply();
  });
  bar.hidden = false;
  apply();
})();
