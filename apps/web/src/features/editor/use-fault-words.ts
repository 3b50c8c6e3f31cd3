import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import type { FieldFault } from './form-store.ts';

/** What is wrong with a field, to follow its name; a fault that only the server knows in its own words. */
export function useFaultWords(): (fault: FieldFault) => string {
  const { t } = useTranslation('editor');
  const format = useFormat();
  return useCallback(
    (fault) => {
      if ('words' in fault) return fault.words;
      return t(`fault.${fault.key}`, { max: format.count(fault.max ?? 0) });
    },
    [t, format],
  );
}

/** Words that follow no name: with a capital and a full stop. */
export function sentence(words: string): string {
  const [first = '', ...rest] = words;
  return `${first.toUpperCase()}${rest.join('').replace(/\.?$/, '.')}`;
}
