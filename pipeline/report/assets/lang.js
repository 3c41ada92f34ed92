// Turns the interface to Arabic or English; the choice is kept for the next page where the browser allows it.
const words = JSON.parse(document.getElementById("words").textContent);

function kept(value) {
  try {
    if (value) localStorage.setItem("tadqiq-language", value);
    return localStorage.getItem("tadqiq-language");
  } catch {
    return null; // a page opened from disk may have no storage
  }
}

function say(key) {
  return words[key]?.[document.documentElement.lang] ?? key;
}

function translate(root = document) {
  const language = document.documentElement.lang;
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = say(element.dataset.t);
  for (const element of root.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", say(element.dataset.tLabel));
  for (const element of root.querySelectorAll("[data-ar][data-en]")) element.textContent = element.dataset[language];
}

function setLanguage(language) {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  const button = document.getElementById("language");
  button.lang = language === "ar" ? "en" : "ar";
  translate();
}

function otherLanguage() {
  setLanguage(kept(document.documentElement.lang === "ar" ? "en" : "ar") ?? (document.documentElement.lang === "ar" ? "en" : "ar"));
}
