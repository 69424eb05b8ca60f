(() => {
  "use strict";
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const one = (name) => document.getElementById(name);
  const bar = one("filter"), persons = one("personen");
  if (!bar || !persons) return;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = ["zoek", "groep", "niveau", "rol", "wanneer", "volgorde"];
  const fields = Object.fromEntries(names.map((each) => [each, one(`f-${each}`)]));
  const pupils = all(".card").map((card) => ({
    card,
    person: one(`p${card.dataset.nr}`),
    nr: Number(card.dataset.nr),
    group: card.dataset.groep,
    level: card.dataset.niveau,
    text: plain(card.querySelector("a").textContent + " " + card.querySelector(".sub").textContent),
    name: plain(card.querySelector("a").textContent),
    id: plain((card.querySelector(".id") || card.querySelector(".given")).textContent),
    rows: [],
  }));
  const by = new Map(pupils.map((each) => [each.nr, each]));
  const rows = all("tr[data-nr]").map((row) => ({ row, pupil: by.get(Number(row.dataset.nr)), role: row.dataset.rol, when: row.dataset.wanneer }));
  for (const each of rows) each.pupil.rows.push(each);
  const levels = all(".level").map((each) => ({ list: each.querySelector(".cards"), cards: all(".card", each), count: each.querySelector("[data-aantal]"), none: each.querySelector(".nobody") }));
  const buckets = all(".bucket").map((each) => ({ box: each, rows: all("tr[data-nr]", each), count: each.querySelector("[data-aantal]"), none: each.querySelector(".nothing"), table: each.querySelector("table") }));
  const off = (element, hide) => { if (element && element.classList.contains("off") !== hide) element.classList.toggle("off", hide); };
  const isOff = (element) => element.classList.contains("off");

  const state = () => Object.fromEntries(names.map((each) => [each, fields[each].value.trim()]));
  let at = "", ordered = "";

  const remember = (now) => {
    const kept = new URLSearchParams();
    for (const each of names) if (now[each]) kept.set(each, now[each]);
    if (at) kept.set("bij", at);
    const hash = kept.toString();
    if (hash === location.hash.slice(1)) return;
    try { history.replaceState(history.state, "", hash ? `#${hash}` : location.href.split("#")[0]); } catch { location.hash = hash; }
  };

  const keys = {
    naam: (a, b) => a.name.localeCompare(b.name, "nl") || a.nr - b.nr,
    kenmerk: (a, b) => a.id.localeCompare(b.id, "nl", { numeric: true }) || a.nr - b.nr,
    groep: (a, b) => a.group - b.group || a.nr - b.nr,
  };
  const order = (wanted) => {
    if (wanted === ordered) return;
    ordered = wanted;
    const sorted = [...pupils].sort(keys[wanted] || ((a, b) => a.nr - b.nr));
    const place = new Map(sorted.map((each, index) => [each.nr, index]));
    persons.append(...sorted.map((each) => each.person));
    for (const each of levels) {
      each.list.append(...[...each.cards].sort((a, b) => place.get(Number(a.dataset.nr)) - place.get(Number(b.dataset.nr))), each.none);
    }
  };

  const apply = () => {
    const now = state();
    const words = plain(now.zoek).split(/\s+/).filter(Boolean);
    const byDuty = now.rol || now.wanneer;
    let many = 0, duties = 0;
    for (const each of pupils) {
      const who = (!now.groep || each.group === now.groep) && (!now.niveau || each.level === now.niveau) && words.every((word) => each.text.includes(word));
      let some = false;
      for (const line of each.rows) {
        const fit = who && (!now.rol || line.role === now.rol) && (!now.wanneer || line.when === now.wanneer);
        off(line.row, !fit);
        duties += fit ? 1 : 0;
        some ||= fit;
      }
      const fit = who && (!byDuty || some);
      many += fit ? 1 : 0;
      off(each.card, !fit);
      off(each.person, !fit);
    }
    for (const each of levels) {
      const left = each.cards.filter((card) => !isOff(card)).length;
      each.count.textContent = left;
      off(each.none, left > 0);
    }
    for (const each of buckets) {
      const left = each.rows.filter((row) => !isOff(row)).length;
      each.count.textContent = left;
      off(each.none, left > 0);
      off(each.table, left === 0);
      if (now.wanneer && left) each.box.open = true;
    }
    order(now.volgorde);
    const told = `${many} van ${pupils.length} leerlingen, ${duties} van ${rows.length} keer iets te doen`;
    one("f-aantal").textContent = told;
    const chosen = ["groep", "niveau", "rol", "wanneer"].filter((each) => now[each]).map((each) => fields[each].selectedOptions[0].text);
    if (now.zoek) chosen.unshift(`«${now.zoek}»`);
    one("f-op-papier").textContent = chosen.length ? `Gekozen: ${chosen.join(", ")}. ${told}.` : "";
    remember(now);
  };

  const show = (name) => {
    const target = name && one(name);
    if (!target) return;
    const box = target.closest("details");
    if (box) box.open = true;
    const shown = box || target;
    shown.scrollIntoView({ block: "start" });
    const focus = box ? box.querySelector("summary") : target;
    if (!box) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
  };
  const read = () => {
    const hash = location.hash.slice(1);
    const kept = hash.includes("=") ? new URLSearchParams(hash) : new URLSearchParams(hash ? { bij: hash } : {});
    for (const each of names) {
      const wanted = kept.get(each) || "";
      fields[each].value = wanted;
      if (fields[each].value !== wanted) fields[each].value = "";
    }
    at = kept.get("bij") || "";
    if (at && !one(at)) at = "";
    apply();
    if (at) show(at);
  };

  for (const each of names) fields[each].addEventListener("input", apply);
  one("f-alles").addEventListener("click", () => {
    for (const each of names) fields[each].value = "";
    at = "";
    apply();
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (!link) return;
    event.preventDefault();
    at = link.hash.slice(1);
    show(at);
    remember(state());
  });
  const opener = one("f-open");
  opener.addEventListener("click", () => {
    const shown = all(".person:not(.off)");
    const open = shown.some((each) => !each.open);
    for (const each of shown) each.open = open;
    opener.textContent = open ? "Alle leerlingen dichtklappen" : "Alle getoonde leerlingen openklappen";
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = buckets.filter((each) => !each.box.open);
    for (const each of closed) each.box.open = true;
  });
  addEventListener("afterprint", () => { for (const each of closed) each.box.open = false; });
  addEventListener("hashchange", read);
  opener.hidden = false;
  bar.hidden = false;
  read();
})();
