// What can be done with one exercise; the same as ./lab check, hint, diff, solve, reset and undo.
import { clockTime, confirmed, trouble } from "./ask.js";
import { h, replace } from "./dom.js";

/** {head: its state, element: buttons and answers, update(overview)}. */
export function exercisePanel(id, { api, say }, { refresh, next }) {
  const head = h("p", { class: "exercise-state" });
  const output = h("div", { class: "exercise-output", role: "status", "aria-live": "polite" });
  const buttons = [
    button("Check", check, "primary"),
    button("Hint", hint),
    button("Compare with the solution", compare),
    button("Solve …", () => change("solve")),
    button("Reset …", () => change("reset")),
    button("Undo …", undo),
  ];
  const element = h("section", { class: "card exercise-panel", "aria-label": `Exercise ${id}` }, h("div", { class: "row" }, buttons), output);

  function button(words, action, style = "") {
    const one = h("button", { type: "button", class: style, "aria-label": `${words.replace(" …", "")}, exercise ${id}` }, words);
    one.addEventListener("click", async () => {
      one.disabled = true;
      try {
        await action();
      } catch (error) {
        replace(output, trouble(error));
      }
      one.disabled = false;
      if (document.activeElement === document.body) {
        one.focus();
      }
    });
    return one;
  }

  async function check() {
    replace(output, h("p", { class: "muted" }, "Deploying what is on disk, and sending real events through it …"));
    const parts = [];
    await api.lines("/attempt", { exercises: [id] }, (line) => {
      if (line.error) {
        parts.push(h("div", { class: "notice bad" }, h("p", {}, h("strong", {}, line.error.what)), h("pre", { tabindex: "0" }, line.error.where), h("p", {}, line.error.next)));
      } else if (line.exercise) {
        parts.push(verdict(line));
      } else {
        parts.push(h("p", { class: "muted small" }, line.timings));
      }
      replace(output, parts);
    });
    await refresh();
  }

  function verdict(line) {
    if (line.green) {
      return h("div", { class: "notice good verdict" },
        h("p", {}, h("strong", {}, `✓ ${id} is green.`)),
        line.findings.map(({ test }) => h("p", {}, "✓ ", test)),
        h("button", { type: "button", onclick: async () => { await refresh(); next(); } }, "Next exercise"));
    }
    const problem = line.findings.find((finding) => finding.problem)?.problem ?? {};
    return h("div", { class: "notice bad verdict" },
      h("p", {}, h("strong", {}, `✗ ${id} is red.`)),
      line.findings.map((finding) => h("p", {}, finding.problem ? "✗ " : "✓ ", finding.test)),
      h("dl", {},
        problem.expected ? [h("dt", {}, "Expected"), h("dd", { class: "foreign" }, problem.expected)] : null,
        h("dt", {}, "Observed"), h("dd", { class: "foreign" }, problem.observed)),
      line.question ? h("p", { class: "question" }, "→ ", line.question) : null);
  }

  async function hint(level) {
    const said = await api.post("/hint", Number.isInteger(level) ? { exercise: id, level } : { exercise: id });
    replace(output, h("div", { class: "notice" },
      h("p", { class: "muted small" }, `Hint ${said.level} of ${said.levels}`),
      said.observed ? h("p", { class: "foreign" }, "The last check observed: ", said.observed) : null,
      h("p", { class: "foreign" }, said.text),
      h("div", { class: "row" }, [1, 2, 3].map((number) => h("button", {
        type: "button",
        "aria-pressed": String(number === said.level),
        onclick: () => hint(number).catch((error) => replace(output, trouble(error))),
      }, ["A question", "Where to look", "Almost the code"][number - 1])))));
    await refresh();
  }

  async function compare() {
    const { lines, remarks } = await api.get(`/diff?exercise=${id}`);
    replace(output,
      lines.length === 0 && remarks.length === 0 ? h("p", { class: "notice good" }, "Your code of this exercise is the solution's.") : null,
      remarks.map((remark) => h("p", { class: "notice warn" }, remark)),
      lines.length > 0 ? h("pre", { class: "diff", tabindex: "0", role: "region", "aria-label": "Yours compared with the solution" }, lines.map(diffLine)) : null);
  }

  async function change(what) {
    const { changes } = await api.get(`/keep?do=${what}&exercise=${id}`);
    if (changes.length === 0) {
      if (what === "solve") {
        await api.post("/keep", { do: what, exercise: id }); // seen all the same
      }
      replace(output, h("p", { class: "notice good" }, what === "solve" ? "Your files have this solution already." : "This exercise is as it was at first."));
      await refresh();
      return;
    }
    const words = what === "solve" ? `Put the solution of ${id} into your files?` : `Put ${id} back to how it was at first?`;
    const may = await confirmed(words, [
      h("p", {}, "These files are saved first, then changed. Undo brings them back."),
      h("ul", {}, changes.map((one) => h("li", {}, `${one.verb} `, h("code", {}, one.path), one.remark ? h("p", { class: "muted small" }, `it ${one.remark}`) : null))),
    ], what === "solve" ? "Solve" : "Reset");
    if (may) {
      const done = await api.post("/keep", { do: what, exercise: id });
      replace(output, h("div", { class: "notice good" },
        h("p", {}, what === "solve" ? `The solution of ${id} is in your files.` : `${id} is as it was at first.`),
        h("p", { class: "muted small" }, `Saved before that, as step ${done.step.number}. Undo takes it back. Now check.`)));
      say(what === "solve" ? "Solved." : "Reset.");
      await refresh();
    }
  }

  async function undo() {
    const { next: step } = await api.get("/keep");
    if (!step) {
      replace(output, h("p", { class: "notice" }, "There is nothing to take back."));
      return;
    }
    if (await confirmed(`Take back step ${step.number} (${step.what})?`, h("p", {}, `It was taken at ${clockTime(step.time)}. What is in its files now is saved first.`), "Take back")) {
      const done = await api.post("/keep", { do: "undo" });
      replace(output, h("div", { class: "notice good" }, h("p", {}, `Took back step ${step.number} (${step.what}).`),
        h("ul", {}, done.changes.map((one) => h("li", {}, `${one.verb} `, h("code", {}, one.path))))));
      await refresh();
    }
  }

  return {
    head,
    element,
    update(overview) {
      const exercise = overview.labs.flatMap((lab) => lab.exercises).find((one) => one.id === id);
      const lab = overview.labs.find((one) => one.exercises.includes(exercise));
      element.hidden = !exercise;
      if (!exercise) {
        return;
      }
      const style = exercise.state === "red" ? "bad" : exercise.state === "open" ? "muted" : "good";
      replace(head, h("span", { class: `tag ${style}`, "data-state": exercise.state }, exercise.words), " ",
        h("span", { class: "muted small" }, `about ${exercise.minutes} minutes`,
          exercise.attempts > 0 ? ` · checked ${exercise.attempts} ${exercise.attempts === 1 ? "time" : "times"}` : "",
          exercise.hintLevel > 0 ? ` · hint ${exercise.hintLevel} seen` : "",
          lab.name === overview.running ? "" : ` · lab ${lab.lab} does not run here: a check takes a few seconds longer`));
    },
  };
}

function diffLine(line) {
  const style = line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@") ? "head"
    : line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "";
  return h("span", { class: style }, line, "\n");
}
