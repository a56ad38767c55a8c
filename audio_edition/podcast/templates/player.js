"use strict";
(() => {
  const audio = document.querySelector("main audio[data-follow]");
  const play = (player, at) => { player.currentTime = at; player.play(); };
  for (const link of document.querySelectorAll("a[data-at]")) {
    link.addEventListener("click", (event) => {
      const player = link.closest("article").querySelector("audio");
      if (player) { event.preventDefault(); play(player, Number(link.dataset.at)); }
    });
  }
  for (const player of document.querySelectorAll("audio")) {
    player.addEventListener("play", () => {
      for (const other of document.querySelectorAll("audio")) if (other !== player) other.pause();
    });
  }
  if (!audio) return;
  const cues = [...document.querySelectorAll(".cue")];
  for (const cue of cues) cue.addEventListener("click", () => play(audio, Number(cue.dataset.start)));
  audio.addEventListener("timeupdate", () => {
    const now = audio.currentTime;
    for (const cue of cues) {
      cue.classList.toggle("now", now >= Number(cue.dataset.start) && now < Number(cue.dataset.end));
    }
  });
  const buttons = [...document.querySelectorAll("button[data-speed]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      audio.playbackRate = Number(button.dataset.speed);
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
    });
  }
})();
