// Writes the sum of an area as text whenever a choice changes, so that screen readers announce it. Nothing else:
// without this file the sum is counted by the stylesheet, and the server checks everything again.
const value = (field) => (field.type === "radio" || field.type === "checkbox") && !field.checked ? 0 : Number(field.value) || 0;

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
    for (const field of area.querySelectorAll(".pts input")) given += value(field);
    write("given", given);
    write("left", Number(area.dataset.total) - given);
  };
  area.addEventListener("change", (event) => {
    if (event.target.closest(".pts")) tell();
  });
  // The browser may bring back choices after the page was left and entered again.
  addEventListener("pageshow", tell);
}
