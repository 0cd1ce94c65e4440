// The guide, with its exercises: check, hints, comparison, solution, all as the ./lab command has them.
import { repeat } from "../ask.js";
import { build } from "../elements.js";
import { h, replace } from "../dom.js";
import { exercisePanel } from "../exercise.js";
import * as flow from "./flow.js";

export const id = "guide";
export const title = "Guide";
export const key = "3";

const MARKS = { open: "○", red: "✗", solved: "✓", "solved-with-solution-shown": "✓" };
const PAGES = [["guide/README.md", "Overview"], ["guide/quick-start.md", "Quick start"], ["guide/self-learners.md", "For self-learners"]];

export function mount(element, context) {
  const { api, state, navigate, address } = context;
  const map = h("nav", { class: "guide-map", "aria-label": "Labs and exercises" });
  const page = h("article", { class: "guide-page" });
  const picture = h("aside", { class: "guide-picture", "aria-label": "The picture" });
  const panels = new Map();
  let overview = null;
  let shownPage = "";
  let drawn = null;

  replace(element, map, page, picture);
  element.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-page]");
    if (link) {
      event.preventDefault();
      navigate("guide", { page: link.dataset.page, at: link.dataset.anchor ?? "" });
    }
  });

  const refresh = async () => {
    try {
      const now = await api.get("/overview");
      const changed = JSON.stringify(now) !== JSON.stringify(overview);
      overview = now;
      if (changed) {
        drawMap();
        panels.forEach((panel) => panel.update(overview));
      }
    } catch {
      // The shell says that the connection is lost.
    }
  };

  function drawMap() {
    const all = overview.labs.flatMap((lab) => lab.exercises);
    const solved = all.filter(({ state }) => state.startsWith("solved")).length;
    const next = all.find(({ id }) => id === overview.next);
    const open = map.querySelector("details")?.open ?? matchMedia("(min-width: 900px)").matches;
    const details = h("details", { open },
      h("summary", {}, `${solved} of ${all.length} exercises solved`),
      h("progress", { max: Math.max(1, all.length), value: solved, "aria-label": "Exercises solved" }),
      overview.labs.map(labPart),
      h("h2", {}, "More to read"),
      h("ul", { class: "plain-list" }, PAGES.map(([name, words]) =>
        h("li", {}, h("a", { href: address("guide", { page: name }), "aria-current": name === shownPage ? "page" : null }, words)))));
    const button = next
      ? h("a", { class: "next", href: address("guide", { page: guideOf(next), at: next.anchor }) }, h("span", { class: "muted small" }, "Next"), ` ${next.id} ${next.title}`)
      : h("p", { class: "notice good" }, "Every exercise is solved.");
    const focused = document.activeElement?.getAttribute?.("href");
    replace(map, button, details);
    [...map.querySelectorAll("a")].find((link) => focused && link.getAttribute("href") === focused)?.focus();
  }

  function labPart(lab) {
    const runs = lab.name === overview.running;
    return [
      h("h2", {}, h("a", { href: address("guide", { page: lab.guide }), "aria-current": lab.guide === shownPage ? "page" : null },
        `Lab ${lab.lab}: ${lab.title}`), runs ? h("span", { class: "tag good" }, "runs here") : null),
      h("ul", { class: "plain-list" }, lab.exercises.map((exercise) => h("li", { class: `state-${exercise.state}` },
        h("span", { class: "mark", "aria-hidden": "true" }, MARKS[exercise.state]),
        h("a", { href: address("guide", { page: lab.guide, at: exercise.anchor }) }, `${exercise.id} ${exercise.title}`),
        h("span", { class: "muted small" }, exercise.state === "open" ? ` about ${exercise.minutes} min` : ` ${exercise.words}`)))),
    ];
  }

  function guideOf(exercise) {
    return overview.labs.find((lab) => lab.exercises.includes(exercise)).guide;
  }

  function goNext() {
    const next = overview.labs.flatMap((lab) => lab.exercises).find(({ id }) => id === overview.next);
    if (next) {
      navigate("guide", { page: guideOf(next), at: next.anchor });
    }
  }

  async function open(parameters) {
    const running = overview?.labs.find(({ name }) => name === overview.running);
    const wanted = parameters.page ?? running?.guide ?? "guide/README.md";
    if (wanted !== shownPage) {
      try {
        draw(await api.get(`/guide?page=${encodeURIComponent(wanted)}`));
      } catch (error) {
        replace(page, h("h1", {}, "Guide"), h("p", { class: "notice bad", role: "alert" }, error.message));
      }
      shownPage = wanted;
      if (overview) {
        drawMap();
      }
    }
    const target = parameters.at ? page.querySelector(`#${CSS.escape("at-" + parameters.at)}`) ?? page.querySelector(`#${CSS.escape(parameters.at)}`) : null;
    if (target) {
      target.scrollIntoView();
      target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
    } else {
      scrollTo(0, 0);
    }
  }

  function draw(described) {
    panels.clear();
    const withSection = new Set(described.sections.map(({ exercise }) => exercise));
    const others = overview?.labs.find(({ guide }) => guide === described.page)?.exercises.filter((one) => !withSection.has(one.id)) ?? [];
    replace(page, described.sections.map((section, index) => {
      const heading = h(index === 0 ? "h1" : "h2", { id: `at-${section.anchor}` }, section.title);
      if (section.exercise === "") {
        return h("section", {}, heading, section.content.map(build));
      }
      const panel = exercisePanel(section.exercise, context, { refresh, next: goNext });
      panels.set(section.exercise, panel);
      if (overview) {
        panel.update(overview);
      }
      return h("section", { class: "exercise" }, heading, panel.head, section.content.map(build), panel.element);
    }), others.map((one) => {
      const panel = exercisePanel(one.id, context, { refresh, next: goNext });
      panels.set(one.id, panel);
      panel.update(overview);
      return h("section", { class: "exercise" }, h("h2", { id: `at-${one.anchor}` }, `${one.id} ${one.title}`), panel.head, h("p", {}, one.goal), panel.element);
    }));
  }

  // The picture stands beside the text where there is room for both.
  const wide = matchMedia("(min-width: 1180px)");
  function besides() {
    const wanted = wide.matches && state.kept("guidePicture", true);
    const toggle = h("button", { type: "button", class: "quiet small toggle", onclick: () => {
      state.keep("guidePicture", !state.kept("guidePicture", true));
      besides();
    } }, wanted ? "Hide the picture" : "Show the picture");
    drawn?.unmount?.();
    drawn = null;
    element.classList.toggle("with-picture", wanted);
    if (!wide.matches) {
      replace(picture);
      return;
    }
    const inner = h("div", { class: "view-flow guide-flow" });
    replace(picture, toggle, wanted ? inner : null);
    if (wanted) {
      drawn = flow.mount(inner, { ...context, state: { ...state, parameters: {}, adjust: () => {} } });
    }
  }
  wide.addEventListener("change", besides);
  besides();

  const stop = repeat(3000, refresh);
  refresh().then(() => open(state.parameters));

  return {
    update: open,
    unmount() {
      stop();
      wide.removeEventListener("change", besides);
      drawn?.unmount?.();
    },
  };
}

