/** Small pictures, drawn on a square of 16 with a line of one and a half. */

const PATHS = {
  wheel:
    "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM8 6.3a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4zM8 1.5v4.8M8 9.7v4.8M2.4 4.75l4.1 2.4M9.5 8.85l4.1 2.4M2.4 11.25l4.1-2.4M9.5 7.15l4.1-2.4",
  check: "M3 8.5l3.2 3.2L13 4.8",
  cross: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2.2L14.5 13.5h-13zM8 6.5v3M8 11.4v.2",
  note: "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4zM8 7.4v3.6M8 4.9v.2",
  download: "M8 2.2v7.6M4.8 7l3.2 3.2L11.2 7M2.6 13.4h10.8",
  open: "M2.4 12.6V3.8h4l1.4 1.7h5.8v7.1z",
  play: "M4.8 3.2v9.6l8-4.8z",
  stop: "M4.2 4.2h7.6v7.6H4.2z",
  plus: "M8 3v10M3 8h10",
  copy: "M5.6 5.6h7.2v7.8H5.6zM10.6 5.6V2.6H3.4v7.8h2.2",
  sun: "M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6zM8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M3.3 12.7l1-1M11.7 4.3l1-1",
  moon: "M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z",
  keyboard: "M1.8 4.2h12.4v7.6H1.8zM4.2 6.6h.2M7 6.6h.2M9.8 6.6h.2M12 6.6h.2M5 9.4h6",
  inspect: "M7 2.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 0 1 0-9.2zM10.4 10.4l3.4 3.4",
  folder: "M1.8 12.8V3.6h4.4l1.4 1.6h6.6v7.6z",
  file: "M4 1.8h5l3 3v9.4H4zM9 1.8v3h3",
  chevron: "M6 3.6l4.4 4.4L6 12.4",
} as const;

export type IconName = keyof typeof PATHS;

const SVG = "http://www.w3.org/2000/svg";

/** For eyes alone: the words beside it tell the same. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
