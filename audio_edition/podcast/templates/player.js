"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // What a listener did here before. A browser may keep nothing, from disk or in private: then nothing is remembered.
  const memory = {
    name: (key) => `audio-edition:${document.body.dataset.publication}:${key}`,
    get(key) { try { return localStorage.getItem(this.name(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(this.name(key), value); } catch { /* as said above */ } },
    forget(key) { try { localStorage.removeItem(this.name(key)); } catch { /* as said above */ } },
  };
  const clock = (seconds) => {
    const [h, m, s] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
    const two = (n) => String(n).padStart(2, "0");
    return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  };

  const player = one(".player");
  const audio = player && one("audio", player);
  if (audio) {
    keepPlace();
    controls();
    if ("queue" in player.dataset) queue(); else follow();
    chapters();
    onLockScreen();
  }
  subscribe();

  function seek(seconds) {
    audio.currentTime = Math.max(0, seconds);
    audio.play();
  }

  // The place where a listener stopped, by episode: a new recording of it is about as long.
  function keepPlace() {
    const stopped = one(".stopped", player);
    const fromAddress = () => Number(/^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1] ?? NaN);
    let saved = 0;
    const save = () => {
      if (audio.currentTime > 5 && !audio.ended) memory.set(audio.dataset.slug, audio.currentTime.toFixed(1));
    };
    audio.addEventListener("loadedmetadata", () => {
      const asked = fromAddress();
      const place = Number(memory.get(audio.dataset.slug));
      stopped.hidden = !(place > 5 && place < audio.duration - 5) || asked >= 0;
      if (asked >= 0) audio.currentTime = asked;
      else if (!stopped.hidden) audio.currentTime = place;
      one(".at", stopped).textContent = clock(place);
    });
    audio.addEventListener("timeupdate", () => {
      if (!audio.paused && Math.abs(audio.currentTime - saved) > 3) { saved = audio.currentTime; save(); }
    });
    audio.addEventListener("pause", save);
    audio.addEventListener("ended", () => memory.forget(audio.dataset.slug));
    addEventListener("pagehide", save);
    addEventListener("hashchange", () => { if (fromAddress() >= 0) seek(fromAddress()); });
    one("[data-restart]", player).addEventListener("click", () => { stopped.hidden = true; seek(0); audio.focus(); });
  }

  function controls() {
    one(".buttons", player).hidden = false;
    for (const button of all("[data-skip]", player)) {
      button.addEventListener("click", () => { audio.currentTime += Number(button.dataset.skip); });
    }
    const speed = one("[data-speed]", player);
    const choose = () => { audio.defaultPlaybackRate = audio.playbackRate = Number(speed.value); };
    const before = memory.get("speed");
    if (all("option", speed).some((option) => option.value === before)) speed.value = before;
    choose();
    speed.addEventListener("change", () => { choose(); memory.set("speed", speed.value); });
  }

  function chapters() {
    for (const link of all("a[data-at]")) {
      link.addEventListener("click", (event) => { event.preventDefault(); seek(Number(link.dataset.at)); });
    }
  }

  // The sentence that is spoken is marked, and kept in sight unless the reader has gone elsewhere.
  function follow() {
    const cues = all(".cue");
    const starts = cues.map((cue) => Number(cue.dataset.at));
    let now = -1;
    const at = (seconds) => {
      let low = 0, high = starts.length;
      while (low < high) { const middle = (low + high) >> 1; if (starts[middle] <= seconds) low = middle + 1; else high = middle; }
      return low - 1;
    };
    const inSight = (cue) => {
      const { top, bottom } = cue.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const covered = (cue) => {
      const { top, bottom } = cue.getBoundingClientRect();
      return top < player.getBoundingClientRect().bottom + 8 || bottom > innerHeight - 24;
    };
    const show = () => {
      if (cues[now] && !audio.paused && covered(cues[now])) {
        cues[now].scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
      }
    };
    const mark = () => {
      const next = at(audio.currentTime + 0.05);
      if (next === now) return;
      const follows = inSight(cues[now] ?? cues[0]);
      cues[now]?.removeAttribute("aria-current");
      now = next;
      cues[now]?.setAttribute("aria-current", "true");
      if (follows) show();
    };
    audio.addEventListener("timeupdate", mark);
    // Who presses play or goes elsewhere in the sound wants to read on there.
    for (const event of ["play", "seeked"]) audio.addEventListener(event, () => { mark(); show(); });
    cues.forEach((cue, index) => cue.addEventListener("click", () => {
      if (!String(getSelection())) seek(starts[index]);
    }));
    for (const button of all("[data-sentence]", player)) {
      button.addEventListener("click", () => {
        const index = at(audio.currentTime + 0.05) + Number(button.dataset.sentence);
        if (index < starts.length) seek(starts[Math.max(0, index)] ?? 0);
      });
    }
  }

  // The articles of an issue, one after another; the whole issue or a section is played by itself.
  function queue() {
    const entries = all(".entry");
    const title = one(".now-playing", player), status = one("[role=status]", player);
    const media = (entry) => one(".listen", entry).getAttribute("href").split("#")[0];
    const current = () => entries.find((entry) => entry.dataset.slug === audio.dataset.slug);
    const load = (entry) => {
      const link = one("h3 a", entry);
      current()?.removeAttribute("aria-current");
      audio.dataset.slug = entry.dataset.slug;
      audio.src = media(entry);
      audio.setAttribute("aria-label", link.textContent);
      [title.textContent, title.href] = [link.textContent, link.href];
      entry.setAttribute("aria-current", "true");
      memory.set("last", entry.dataset.slug);
    };
    const play = (entry) => {
      load(entry);
      audio.play();
      status.textContent = `Playing: ${title.textContent}`;
    };
    const neighbour = (step) => {
      const queued = entries.filter((entry) => "queued" in entry.dataset);
      return queued[queued.indexOf(current()) + step];
    };
    for (const entry of entries) {
      one(".listen", entry).addEventListener("click", (event) => {
        event.preventDefault();
        if (entry === current()) seek(audio.currentTime); else play(entry);
      });
    }
    for (const button of all("[data-go]", player)) {
      button.addEventListener("click", () => {
        const entry = neighbour(Number(button.dataset.go));
        if (entry) play(entry);
      });
    }
    audio.addEventListener("ended", () => {
      const next = "queued" in (current()?.dataset ?? {}) && neighbour(1);
      if (next) play(next);
    });
    const last = entries.find((entry) => entry.dataset.slug === memory.get("last"));
    const first = last ?? entries.find((entry) => "queued" in entry.dataset);
    if (first && first !== current()) load(first); else current()?.setAttribute("aria-current", "true");
  }

  function onLockScreen() {
    if (!navigator.mediaSession) return;
    const show = () => {
      navigator.mediaSession.metadata = new MediaMetadata({ title: audio.getAttribute("aria-label"), album: document.title });
    };
    audio.addEventListener("play", show);
    const skip = (step) => () => { audio.currentTime += step; };
    navigator.mediaSession.setActionHandler("seekbackward", skip(-15));
    navigator.mediaSession.setActionHandler("seekforward", skip(15));
    for (const [action, step] of [["previoustrack", -1], ["nexttrack", 1]]) {
      const button = one(`[data-go="${step}"]`, player);
      if (button) navigator.mediaSession.setActionHandler(action, () => button.click());
    }
  }

  // Over http from another machine there is no clipboard, but for what is selected.
  function copyWithout(text) {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  // From disk the feed has no address that an app could use, and this machine's own is of no use to a phone.
  function subscribe() {
    const feed = one("[data-feed]"), copy = one("[data-copy]"), code = one("[data-code]");
    if (!feed || !location.protocol.startsWith("http")) return;
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      if (navigator.clipboard) await navigator.clipboard.writeText(feed.href);
      else copyWithout(feed.href);
      one("[data-copied]").textContent = "Copied.";
      copy.focus();
    });
    if (["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)) return;
    const image = one("img", code);
    image.src = image.dataset.src;
    code.hidden = false;
  }
})();
