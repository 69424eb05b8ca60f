((follow) => {
  "use strict";
  // `bo watch` writes this page anew when something changes, and then a number beside it. A larger number: load again,
  // and put everything back as it was. Not while somebody types, and not while nobody looks.
  const WAIT = 250, QUIET = 2000, PATIENCE = 5;
  let typed = 0, failed = 0;
  for (const kind of ["keydown", "input", "pointerdown"]) addEventListener(kind, () => { typed = Date.now(); }, true);

  const key = (each) => each.dataset.sleutel || each.id;
  const keep = () => {
    const focus = document.activeElement;
    const open = [...document.querySelectorAll("details[id][open]")].map(key);
    const state = { x: scrollX, y: scrollY, focus: focus ? focus.id : "", caret: focus ? focus.selectionStart : null, open };
    history.replaceState({ ...history.state, follow: state }, "");
  };
  const restore = () => {
    const was = history.state ? history.state.follow : null;
    if (!was) return;
    history.replaceState({ ...history.state, follow: null }, "");
    for (const each of document.querySelectorAll("details[id]")) each.open = was.open.includes(key(each));
    const focus = was.focus ? document.getElementById(was.focus) : null;
    if (focus) focus.focus({ preventScroll: true });
    if (focus && typeof was.caret === "number") focus.setSelectionRange(was.caret, was.caret);
    scrollTo(was.x, was.y);
  };

  const again = () => setTimeout(look, WAIT);
  const look = () => {
    if (document.visibilityState !== "visible" || Date.now() - typed < QUIET) { again(); return; }
    const script = document.createElement("script");
    script.src = `${encodeURIComponent(follow.beside)}?${Date.now()}`;
    script.onload = () => {
      script.remove();
      failed = 0;
      if (globalThis.boStand > follow.moment) { keep(); location.reload(); } else again();
    };
    script.onerror = () => {  // whoever watched has stopped; this page is then as it was at the end
      script.remove();
      failed += 1;
      if (failed < PATIENCE) again();
    };
    document.head.append(script);
  };
  restore();
  again();
})
