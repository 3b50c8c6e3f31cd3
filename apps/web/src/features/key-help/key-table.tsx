import { useTranslation } from 'react-i18next';
import { type CommandId, commandOf } from '../../lib/keys/key-commands.ts';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import classes from './key-help.module.css';

interface KeyTableProps {
  readonly label: string;
  readonly commands: readonly CommandId[];
}

/** Keys and what they do, by where the focus is. */
export function KeyTable({ commands, label }: KeyTableProps) {
  const { t } = useTranslation('keys');
  const places = new Set(commands.map((id) => commandOf(id).place));
  return (
    <table className={classes.table} aria-label={label}>
      {[...places].map((place) => (
        <tbody key={place}>
          {places.size > 1 && (
            <tr>
              <th colSpan={2} scope="rowgroup">
                {t(`places.${place}`)}
              </th>
            </tr>
          )}
          {commands
            .filter((id) => commandOf(id).place === place)
            .map((id) => (
              <tr key={id}>
                <td>
                  <Caps command={id} />
                </td>
                <td>{t(`commands.${id}`)}</td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Caps({ command }: { readonly command: CommandId }) {
  const words = useKeyWords().wordsOf(command);
  return (
    <span className={classes.caps}>
      {words.map((word) => (
        <kbd key={word}>{word}</kbd>
      ))}
    </span>
  );
}
