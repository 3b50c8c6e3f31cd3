const NEEDED = { major: 20, minor: 19 };

/**
 * Ends the process with a plain message when the running Node is too old.
 * @returns {void}
 */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return;
  console.error(
    `Corridor Watch needs Node ${NEEDED.major}.${NEEDED.minor} or newer; this is ${process.versions.node}. Get a newer one from nodejs.org.`,
  );
  process.exit(1);
}
