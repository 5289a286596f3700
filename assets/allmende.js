// Writes the sum of an area as text whenever a choice changes, so that screen readers announce it, and shows the
// button that prints the receipt. Without this file the sum is counted by the stylesheet, the browser's own menu
// prints, and the server checks everything again.

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
