import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import type { FieldFault } from './form-store.ts';

/** What is wrong with a field, as a sentence; a fault that only the server knows in its own words. */
export function useFaultWords(): (fault: FieldFault) => string {
  const { t } = useTranslation('editor');
  const format = useFormat();
  return useCallback(
    (fault) => {
      if ('words' in fault) return sentence(fault.words);
      return t(`fault.${fault.key}`, { max: format.count(fault.max ?? 0) });
    },
    [t, format],
  );
}

function sentence(words: string): string {
  const [first = '', ...rest] = words;
  return `${first.toUpperCase()}${rest.join('').replace(/\.?$/, '.')}`;
}
