// Talks to the server: posts a decision, and when the document changed meanwhile asks the reviewer, keeping the decision.
const root = location.pathname.split("/").slice(0, 2).join("/");
const token = root.slice(1);
const policy = globalThis.trustedTypes?.createPolicy("page", { createHTML: (html) => html });

export async function post(name, action, body) {
  try {
    const response = await fetch(`${root}/d/${encodeURIComponent(name)}/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Tadqiq-Token": token },
      body: JSON.stringify(body),
    });
    const json = response.headers.get("Content-Type")?.startsWith("application/json");
    return { status: response.status, ...(json ? await response.json() : { error: await response.text() }) };
  } catch {
    return { status: 0, error: say("offline") };
  }
}

// Why a request was refused, in the page's language where the server has words for it; a message about files stands apart.
export function reason(answer) {
  return answer.words?.[document.documentElement.lang] ?? `\u2068${answer.error}\u2069`;
}

// The page as the server has it now; its words are escaped there.
export async function fetchPage() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  const html = await response.text();
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
  if (!parsed.getElementById("state")) throw new Error("not a review page");
  return parsed;
}

function told(change) {
  const line = document.createElement("li");
  const words = document.createElement("bdi");
  words.textContent = change.text;
  line.append(say(`status.${change.status}`), ": ", words);
  for (const { field, fixture, extracted } of change.fields) {
    const value = document.createElement("bdi");
    const plain = (side) => side?.text ?? (side === null ? "∅" : typeof side === "object" ? JSON.stringify(side) : String(side));
    value.textContent = `${field}: ${plain(fixture)} → ${plain(extracted)}`;
    line.append(" · ", value);
  }
  return line;
}

function author({ who, at, action }) {
  const line = document.createElement("li");
  const name = document.createElement("bdi");
  name.textContent = who;
  line.append(name, ` · ${at.slice(0, 16).replace("T", " ")} · `, say(action));
  return line;
}

// Shows what changed; resolves to true to apply the kept decision to the new version, false to drop it.
export function askAboutConflict(answer, gone) {
  const dialog = document.getElementById("conflict");
  const lines = [...answer.changes.map(told), ...answer.by.map(author)];
  if (gone) lines.push(Object.assign(document.createElement("li"), { textContent: say("conflict_gone") }));
  if (lines.length === 0) lines.push(Object.assign(document.createElement("li"), { textContent: say("changed_elsewhere") }));
  document.getElementById("conflict-changes").replaceChildren(...lines);
  const apply = document.getElementById("conflict-apply");
  apply.hidden = gone;
  dialog.showModal();
  return new Promise((resolve) => {
    const done = (value) => () => { dialog.close(); resolve(value); };
    apply.onclick = done(true);
    document.getElementById("conflict-look").onclick = done(false);
    dialog.oncancel = () => resolve(false);
  });
}
