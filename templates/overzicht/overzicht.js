(() => {
  "use strict";
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const one = (name) => document.getElementById(name);
  const bar = one("filter"), persons = one("personen");
  if (!bar || !persons) return;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = ["zoek", "groep", "niveau", "rol", "wanneer", "volgorde"];
  const fields = Object.fromEntries(names.map((each) => [each, one(`f-${each}`)]));
  const off = (element, hide) => { if (element.classList.contains("off") !== hide) element.classList.toggle("off", hide); };
  const isOff = (element) => element.classList.contains("off");

  const levels = all(".level").map((each) => ({
    box: each, code: each.dataset.niveau, list: each.querySelector(".cards"), count: each.querySelector("[data-aantal]"),
    none: each.querySelector(".nobody"), cards: [],
  }));
  const buckets = all(".bucket").map((each) => ({
    box: each, code: each.id.slice(2), body: each.querySelector("tbody"), count: each.querySelector("[data-aantal]"),
    none: each.querySelector(".nothing"), table: each.querySelector("table"), rows: [],
  }));
  const pupilOf = (card, person) => {
    const link = card.querySelector("a");
    return {
      card,
      person,
      key: card.dataset.p,
      nr: 0,
      group: card.dataset.groep,
      level: "",
      text: plain(`${link.textContent} ${card.querySelector(".sub").textContent}`),
      name: plain(link.textContent),
      id: plain((card.querySelector(".id") || card.querySelector("b")).textContent),
      rows: [],
    };
  };
  const cards = new Map(all(".card").map((card) => [card.dataset.p, card]));
  let pupils = [...persons.children].map((each) => pupilOf(cards.get(each.id.slice(2)), each));
  let many = 0;

  /* What stands where on the page; after a change this is read again. */
  const survey = () => {
    const by = new Map(pupils.map((each) => [each.key, each]));
    many = 0;
    pupils.forEach((each, index) => { each.nr = index; each.rows = []; });
    for (const each of levels) {
      each.cards = all(".card", each.list);
      for (const card of each.cards) by.get(card.dataset.p).level = each.code;
    }
    for (const each of buckets) {
      each.rows = [...each.body.rows].map((row) => ({ row, role: row.dataset.rol, when: each.code }));
      for (const line of each.rows) by.get(line.row.dataset.p).rows.push(line);
      many += each.rows.length;
    }
  };

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
  const sorted = () => [...pupils].sort(keys[ordered] || ((a, b) => a.nr - b.nr));
  const order = (wanted) => {
    if (wanted === ordered) return;
    ordered = wanted;
    const now = sorted();
    persons.append(...now.map((each) => each.person));
    for (const each of levels) each.list.append(...now.filter((one) => one.level === each.code).map((one) => one.card), each.none);
  };

  const apply = () => {
    const now = state();
    const words = plain(now.zoek).split(/\s+/).filter(Boolean);
    const byDuty = now.rol || now.wanneer;
    let found = 0, duties = 0;
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
      found += fit ? 1 : 0;
      off(each.card, !fit);
      off(each.person, !fit);
    }
    for (const each of levels) {
      const left = each.cards.filter((card) => !isOff(card)).length;
      each.count.textContent = left;
      off(each.none, left > 0);
    }
    for (const each of buckets) {
      const left = each.rows.filter((line) => !isOff(line.row)).length;
      each.count.textContent = left;
      off(each.none, left > 0);
      off(each.table, left === 0);
      if (now.wanneer && left) each.box.open = true;
    }
    order(now.volgorde);
    const told = `${found} van ${pupils.length} leerlingen, ${duties} van ${many} keer iets te doen`;
    if (one("f-aantal").textContent !== told) one("f-aantal").textContent = told;
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

  /* What `bo watch` found: pieces of this page in the place of others. Whatever the reader chose or unfolded stays. */
  const pieces = (html) => {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  };
  const PLACES = [".card", "tr[data-p]", ".person"];
  const keyOf = (element) => element.dataset.p || element.id.slice(2);
  const again = (element) => {
    if (element.isConnected) return element;
    const place = PLACES.find((each) => element.matches(each));
    return place && all(place).find((each) => keyOf(each) === keyOf(element));
  };
  /* What the reader looks at stays where it is: the piece with the focus, or else what is in the middle of the screen. */
  const inPlace = (work) => {
    const focus = document.activeElement, piece = focus && focus.closest(PLACES.join());
    const box = piece && piece.getBoundingClientRect();
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const seen = box && box.bottom > 0 && box.top < innerHeight;
    const anchor = seen ? piece : middle && middle.closest([...PLACES, "[data-deel]", "section"].join());
    const top = anchor ? anchor.getBoundingClientRect().top : 0;
    const root = document.documentElement;
    root.style.overflowAnchor = "none";
    work();
    if (piece && !focus.isConnected) {
      const now = again(piece);
      const wanted = now && (now.querySelector(focus.matches("summary") ? "summary" : "a") || now.querySelector("summary"));
      if (wanted) wanted.focus({ preventScroll: true });
    }
    const now = anchor && scrollY > 0 ? again(anchor) : null;
    if (now && !isOff(now)) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
    requestAnimationFrame(() => { root.style.overflowAnchor = ""; });
  };
  const change = ({ weg, leerlingen, delen }) => {
    const now = new Map(leerlingen.map((each) => [each.sleutel, each]));
    const old = new Map(pupils.filter((each) => now.has(each.key) || weg.includes(each.key)).map((each) => [each.key, each]));
    for (const each of old.values()) for (const element of [each.card, each.person, ...each.rows.map((line) => line.row)]) element.remove();
    pupils = pupils.filter((each) => !old.has(each.key));
    for (const each of leerlingen) {  // by place: what comes later stands further down
      const made = pupilOf(pieces(each.kaart).firstElementChild, pieces(each.persoon).firstElementChild);
      made.level = each.niveau;
      made.card.classList.add("fresh");
      made.person.open = old.has(each.sleutel) && old.get(each.sleutel).person.open;
      pupils.splice(each.plek, 0, made);
    }
    pupils.forEach((each, index) => { each.nr = index; });
    const line = sorted();
    for (const [index, each] of [...line.entries()].reverse()) {
      if (!now.has(each.key)) continue;
      const next = line.slice(index + 1);
      const column = levels.find((one) => one.code === each.level);
      const below = next.find((one) => one.level === each.level);
      persons.insertBefore(each.person, next.length ? next[0].person : null);
      column.list.insertBefore(each.card, below ? below.card : column.none);
    }
    const rows = leerlingen.flatMap((each) => each.regels).sort((a, b) => a[1] - b[1]);
    for (const [code, place, html] of rows) {
      const { body } = buckets.find((one) => one.code === code);
      const row = pieces(html).firstElementChild;
      row.classList.add("fresh");
      body.insertBefore(row, body.rows[place] || null);
    }
    for (const [name, html] of Object.entries(delen)) {
      const element = document.querySelector(`[data-deel="${name}"]`), chosen = element.value;
      element.replaceChildren(pieces(html));
      if (chosen) element.value = [...element.options].some((one) => one.value === chosen) ? chosen : "";
    }
    survey();
    for (const each of levels) if (each.box.matches(".if-any")) off(each.box, !each.cards.length);
    for (const each of buckets) if (each.box.matches(".if-any")) off(each.box, !each.rows.length);
    apply();
  };
  document.addEventListener("animationend", (event) => { event.target.classList.remove("fresh"); });
  document.addEventListener("bo-stap", (event) => {
    inPlace(() => change(event.detail));
    event.preventDefault();
  });

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
  addEventListener("hashchange", read);
  opener.hidden = false;
  bar.hidden = false;
  survey();
  read();
})();
