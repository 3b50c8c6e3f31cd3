import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandOf } from './key-commands.ts';
import { ariaKey, isMac, keyWords } from './key-words.ts';

export interface KeyTeller {
  /** The keys of a command as this machine's keyboard has them. */
  readonly wordsOf: (id: CommandId) => readonly string[];
  /** The same for `aria-keyshortcuts`. */
  readonly ariaOf: (id: CommandId) => string;
}

export function useKeyWords(): KeyTeller {
  const { t } = useTranslation('keys');
  return useMemo(() => {
    const onMac = isMac(navigator.userAgent);
    const names = t('names', { returnObjects: true });
    return {
      wordsOf: (id) => commandOf(id).keys.map((key) => keyWords(key, names, onMac)),
      ariaOf: (id) =>
        commandOf(id)
          .keys.map((key) => ariaKey(key, onMac))
          .join(' '),
    };
  }, [t]);
}
