// What a member pastes into the released file: WARD#PASS, one line of the ward's page.
export function readLine(text) {
  const found = /^(https?:\/\/[^\s#]+\/)#([\w:~-]{8,200})$/.exec(text.trim());
  return found && { ward: found[1], pass: found[2] };
}
