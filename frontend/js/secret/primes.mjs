// The constants of SHA-2 are the first bits of the fractions of roots of the first primes: computed, not copied.
export function fractions(count, root, bits) {
  const found = [];
  for (let n = 2n; found.length < count; n++) {
    let prime = true;
    for (let d = 2n; d * d <= n; d++) if (n % d === 0n) prime = false;
    if (prime) found.push(rootOf(n << (root * bits), root) & ((1n << bits) - 1n));
  }
  return found;
}

// The whole part of the root, one bit after another.
function rootOf(n, root) {
  let found = 0n;
  for (let bit = 1n << 70n; bit; bit >>= 1n) if ((found | bit) ** root <= n) found |= bit;
  return found;
}
