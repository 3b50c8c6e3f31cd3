export interface RevisionListeners {
  /** A revision that the server announced. */
  readonly onRevision: (revision: number) => void;
  /** The connection was broken and is there again: anything may have happened. */
  readonly onAgain: () => void;
  /** The server answers, but does not let us listen. It is tried again until it does. */
  readonly onRefused: () => void;
}

const RECONNECT_MS = 5_000;

/** Listens to the server's announcements, over broken connections too. Returns how to stop. */
export function followRevisions({ onAgain, onRefused, onRevision }: RevisionListeners): () => void {
  let events: EventSource | null = null;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let hasBroken = false;
  const connect = () => {
    const source = new EventSource('/v1/events');
    events = source;
    source.addEventListener('revision', ({ data }) => {
      const revision = readRevision(data);
      if (revision !== null) onRevision(revision);
    });
    source.addEventListener('open', () => {
      if (hasBroken) onAgain();
      hasBroken = false;
    });
    source.addEventListener('error', () => {
      hasBroken = true;
      // Browsers connect again by themselves unless the server refused.
      if (source.readyState !== EventSource.CLOSED) return;
      reconnect = setTimeout(connect, RECONNECT_MS);
      onRefused();
    });
  };
  connect();
  return () => {
    clearTimeout(reconnect);
    events?.close();
  };
}

/** Null for what no server of this version sends. */
function readRevision(data: unknown): number | null {
  try {
    const parsed: unknown = JSON.parse(String(data));
    if (parsed === null || typeof parsed !== 'object' || !('revision' in parsed)) return null;
    return typeof parsed.revision === 'number' ? parsed.revision : null;
  } catch {
    return null;
  }
}
