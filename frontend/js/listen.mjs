// "Nghe đọc" where there is no recording: the device's own Vietnamese voice reads the matter.
export function voiceFor(voices, lang) {
  return voices.find((voice) => voice.lang.toLowerCase().replace("_", "-").startsWith(lang));
}

function speak(button, document, window) {
  const speech = window.speechSynthesis;
  const matter = document.getElementById(button.dataset.speak);
  if (!speech || !matter) return;
  const lang = button.dataset.lang;
  const offer = () => {
    button.hidden = !voiceFor(speech.getVoices(), lang);
  };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", () => {
    if (speech.speaking) {
      speech.cancel();
      return;
    }
    const words = new window.SpeechSynthesisUtterance(matter.innerText);
    words.lang = lang;
    words.voice = voiceFor(speech.getVoices(), lang);
    speech.speak(words);
  });
}

export function listen(document, window) {
  for (const button of document.querySelectorAll("button[data-speak]")) speak(button, document, window);
}
