import type { CommandId } from '../lib/keys/key-commands.ts';
import { useKeyWords } from '../lib/keys/use-key-words.ts';

/** The first key of a command, as this machine's keyboard has it. */
export function KeyCap({ command }: { readonly command: CommandId }) {
  return <kbd>{useKeyWords().wordsOf(command)[0]}</kbd>;
}
