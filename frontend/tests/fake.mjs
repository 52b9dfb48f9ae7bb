// The few parts of a browser the modules touch, so that they are tested by what they do.
export function element(dataset = {}, more = {}) {
  const attributes = {};
  const classes = new Set();
  const handlers = {};
  return {
    dataset,
    hidden: true,
    textContent: "",
    classList: {
      toggle: (name, on) => (on ? classes.add(name) : classes.delete(name)),
      add: (name) => classes.add(name),
      remove: (...names) => names.forEach((name) => classes.delete(name)),
      contains: (name) => classes.has(name),
    },
    setAttribute: (name, value) => (attributes[name] = value),
    getAttribute: (name) => attributes[name] ?? null,
    removeAttribute: (name) => delete attributes[name],
    addEventListener: (name, handler) => (handlers[name] = handler),
    fire: (name, event = {}) => handlers[name]?.(event),
    querySelector: () => null,
    ...more,
  };
}

export function page(found = {}, more = {}) {
  return {
    ...element(),
    forms: [],
    body: element(),
    documentElement: element(),
    getElementById: (id) => found[`#${id}`]?.[0] ?? null,
    querySelectorAll: (selector) => found[selector] ?? [],
    querySelector: (selector) => found[selector]?.[0] ?? null,
    ...more,
  };
}

export function browser(more = {}) {
  const waiting = [];
  return {
    ...element(),
    waiting,
    setTimeout: (work, after) => waiting.push({ work, after }),
    clearTimeout: (id) => id && (waiting[id - 1] = undefined),
    setInterval: (work, after) => waiting.push({ work, after }),
    navigator: {},
    location: { href: "http://phuong.example/", replace(to) { this.href = to; }, assign(to) { this.href = to; } },
    ...more,
  };
}
