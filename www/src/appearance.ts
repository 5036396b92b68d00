// How the page looks: light or dark, and how large its letters are.
//
// *Invariant:* `data-theme` always names the theme that is shown.

import type { Size, Theme } from "./preferences";

const scales: Record<Size, number> = { small: 0.9, medium: 1, large: 1.15, largest: 1.3 };
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
let theme: Theme = "auto";

export function appear(chosen: Theme, size: Size): void {
  theme = chosen;
  document.documentElement.style.setProperty("--scale", String(scales[size]));
  showTheme();
}

function showTheme(): void {
  document.documentElement.dataset.theme = theme === "auto" ? (prefersDark.matches ? "dark" : "light") : theme;
}

prefersDark.addEventListener("change", showTheme);
