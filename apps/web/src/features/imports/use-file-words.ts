import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';

const KILO = 1000;
const FORMATS = ['acled', 'ucdp', 'gtd', 'own', 'table', 'geojson', 'zip'] as const;
const MINUTE = 60;
/** From then on minutes say more than seconds. */
const MINUTES_FROM = 120;

/** What is said of files: their format and size, and how long is left. */
export function useFileWords() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return {
    format: (told: string): string => t(`format.${FORMATS.find((known) => known === told) ?? 'other'}`),
    size: (bytes: number): string => {
      if (bytes < KILO) return t('bytes.bytes', { formatted: format.count(bytes) });
      const unit = bytes < KILO * KILO ? 'kB' : 'MB';
      return t(`bytes.${unit}`, { formatted: format.count(Math.ceil(bytes / (unit === 'kB' ? KILO : KILO * KILO))) });
    },
    left: (seconds: number): string => {
      const inMinutes = seconds >= MINUTES_FROM;
      const count = inMinutes ? Math.round(seconds / MINUTE) : seconds;
      return t(inMinutes ? 'minutes' : 'seconds', { count, formatted: format.count(count) });
    },
  };
}
