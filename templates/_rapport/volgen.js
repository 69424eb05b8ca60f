((follow) => {
  "use strict";
  // `bo watch` keeps this page up to date through a file beside it, with a number and the last changes. A larger number: the
  // script of the page puts in the changes that follow on its own number (the event `bo-stap`). Where that cannot be, the page
  // loads again, and all is put back as it was; not while somebody types, and nothing while nobody looks.
  const WAIT = 250, QUIET = 2000, PATIENCE = 5;
  let typed = 0, pressed = false, busy = false, failed = 0, timer = 0, moment = follow.moment;
  for (const kind of ["keydown", "input", "pointerdown"]) addEventListener(kind, () => { typed = Date.now(); }, true);
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const kind of ["pointerup", "pointercancel", "blur"]) addEventListener(kind, () => { pressed = false; }, true);

  const keep = () => {
    const focus = document.activeElement;
    const open = [...document.querySelectorAll("details[id][open]")].map((each) => each.id);
    const state = { x: scrollX, y: scrollY, focus: focus ? focus.id : "", caret: focus ? focus.selectionStart : null, open };
    history.replaceState({ ...history.state, follow: state }, "");
  };
  const restore = () => {
    const was = history.state ? history.state.follow : null;
    if (!was) return;
    history.replaceState({ ...history.state, follow: null }, "");
    for (const each of document.querySelectorAll("details[id]")) each.open = was.open.includes(each.id);
    const focus = was.focus ? document.getElementById(was.focus) : null;
    if (focus) focus.focus({ preventScroll: true });
    if (focus && typeof was.caret === "number") focus.setSelectionRange(was.caret, was.caret);
    scrollTo(was.x, was.y);
  };

  const advance = (now) => {
    for (const each of now.stappen) {
      if (each.van !== moment) continue;
      if (document.dispatchEvent(new CustomEvent("bo-stap", { detail: each.wat, cancelable: true }))) return;  // nobody took it
      moment = each.naar;
    }
  };
  const again = () => { timer = setTimeout(look, WAIT); };
  const look = () => {
    clearTimeout(timer);
    if (busy || document.visibilityState !== "visible") return;
    if (pressed) { again(); return; }
    busy = true;
    const script = document.createElement("script");
    script.src = `${encodeURIComponent(follow.beside)}?${Date.now()}`;
    script.onload = () => {
      script.remove();
      busy = false;
      failed = 0;
      const now = globalThis.boStand;
      if (now.nu > moment) advance(now);
      if (now.nu > moment && Date.now() - typed >= QUIET) { keep(); location.reload(); } else again();
    };
    script.onerror = () => {  // whoever watched has stopped; this page is then as it was at the end
      script.remove();
      busy = false;
      failed += 1;
      if (failed < PATIENCE) again();
    };
    document.head.append(script);
  };
  document.addEventListener("visibilitychange", look);
  restore();
  again();
})
