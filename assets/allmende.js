// Writes the sum of an area as text whenever a choice changes, so that screen readers announce it; shows the button that
// prints; and on a shared computer warns before the session ends. Without this file the sum is counted by the stylesheet,
// the browser's own menu prints, the server checks everything again and ends the session all the same.

for (const area of document.querySelectorAll("[data-total]")) {
  const write = (name, number) => {
    const place = area.querySelector(`.${name}`);
    if (place) {
      place.classList.add("told");
      place.textContent = String(number);
    }
  };
  const tell = () => {
    let given = 0;
    for (const field of area.querySelectorAll(".pts :checked")) given += Number(field.value);
    write("given", given);
    write("left", Number(area.dataset.total) - given);
  };
  area.addEventListener("change", (event) => {
    if (event.target.closest(".pts")) tell();
  });
  // The browser may bring back choices after the page was left and entered again.
  addEventListener("pageshow", tell);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const bar of document.querySelectorAll("[data-surely]")) {
  const form = bar.querySelector("form");
  const warning = bar.querySelector("[data-warning]");
  const stay = bar.querySelector("[data-stay-button]");
  const last = Date.now() + Number(bar.dataset.longest) * 1000;
  let end;
  const begin = () => {
    end = Math.min(Date.now() + Number(bar.dataset.surely) * 1000, last);
    warning.hidden = true;
  };
  const look = () => {
    const left = end - Date.now();
    if (left <= 0) {
      clearInterval(looking);
      form.submit();
    } else if (left <= 120_000 && warning.hidden) {
      // Nothing moves the last end of all.
      stay.hidden = end === last;
      warning.hidden = false;
    }
  };
  const looking = setInterval(look, 1_000);
  stay.addEventListener("click", async () => {
    const answer = await fetch(bar.dataset.stay, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer?.ok && !answer.redirected) begin();
  });
  begin();
  // A page that the browser kept belongs to whoever was here before.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
