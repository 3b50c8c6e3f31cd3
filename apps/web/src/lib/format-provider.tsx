import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from './i18n.ts';
import { createFormat, FormatContext } from './use-format.ts';

/** Gives all below it the formats of the current language. */
export function FormatProvider({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation('common');
  const { numbers } = LANGUAGES[i18n.language === 'en' ? 'en' : 'en'];
  const format = useMemo(() => createFormat(t, numbers), [t, numbers]);
  return <FormatContext value={format}>{children}</FormatContext>;
}
