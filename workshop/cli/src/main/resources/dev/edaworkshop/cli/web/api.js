// Asks the running ./lab. Paths are those below /_lab, such as "/time".

const ROOT = new URL("..", import.meta.url);

/** The answer of a path, as an object; an Error with the server's words if it refuses. */
export async function get(path, { signal } = {}) {
  return (await ask(path, { signal })).json();
}

/** Has something changed. */
export async function post(path, body = {}, { signal } = {}) {
  return (await ask(path, writing(body, signal))).json();
}

/** As post, for answers that are lines of JSON: each is handed over as soon as it is there. */
export async function lines(path, body, each, { signal } = {}) {
  const answer = await ask(path, body === null ? { signal } : writing(body, signal));
  await split(answer, (line) => line !== "" && each(JSON.parse(line)));
}

/** The lines of a text, each as soon as it is there. */
export async function textLines(path, each, { signal } = {}) {
  await split(await ask(path, { signal }), each);
}

async function split(answer, each) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    const complete = (rest + value).split("\n");
    rest = complete.pop();
    complete.forEach(each);
  }
  if (rest !== "") {
    each(rest);
  }
}

/** The text of a path. */
export async function text(path, { signal } = {}) {
  return (await ask(path, { signal })).text();
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(new URL("." + path, ROOT), { cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new Error("The workshop does not answer. Does ./lab start still run?", { cause: error });
  }
  if (!answer.ok) {
    throw new Error((await answer.text()) || `The workshop answers ${answer.status} at ${path}.`);
  }
  return answer;
}

function writing(body, signal) {
  return {
    method: "POST",
    // Pages of other sites cannot send this header.
    headers: { "Content-Type": "application/json", "X-Workshop": "1" },
    body: JSON.stringify(body),
    signal,
  };
}
