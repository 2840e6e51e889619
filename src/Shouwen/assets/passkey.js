// The one thing a form cannot do: ask the browser for a passkey. Loaded by the pages that have such a form, which stays
// hidden where the browser knows no passkeys. What the passkey answers travels in the form's own field.
const known = typeof PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

const ask = {
  create: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

async function use(form) {
  const problem = form.querySelector("[role=alert]");
  problem.hidden = true;
  let sentence = form.dataset.failed;
  try {
    const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
    if (answer.ok) {
      const credential = await ask[form.dataset.passkey](await answer.json());
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
      return;
    }
    if (answer.status === 422) sentence = await answer.text();
  } catch {
    // Cancelled, timed out, or no such passkey on this device: browsers do not say which, on purpose.
  }
  problem.textContent = sentence;
  problem.hidden = false;
}

if (known) {
  for (const hint of document.querySelectorAll("[data-without-passkeys]")) hint.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      use(form);
    });
  }
}
