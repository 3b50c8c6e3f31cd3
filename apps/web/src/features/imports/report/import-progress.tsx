import { broughtBy } from '@corridor/domain';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportDetail } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';
import { useFileWords } from '../use-file-words.ts';

/** How far it is, how fast, and how long it takes still: through the file, or through what came in, which is taken back. */
export function ImportProgress({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useFileWords();
  const { bytesDone, counts, rowsDone, rowsPerSecond, secondsLeft, size, state } = detail;
  const isForward = state === 'reading' || state === 'committing';
  const brought = broughtBy(counts);
  const [part, whole] = isForward ? [bytesDone, size] : [rowsDone, brought];
  const percent = whole === 0 ? 0 : Math.min(100, Math.floor((100 * part) / whole));
  const done = isForward
    ? t('progress', { rows: format.count(rowsDone), percent })
    : t('progressBack', { count: brought, done: format.count(rowsDone), formatted: format.count(brought) });
  const line = [
    done,
    ...(rowsPerSecond === null ? [] : [t('rate', { formatted: format.count(rowsPerSecond) })]),
    ...(secondsLeft === null ? [] : [t('left', { left: words.left(secondsLeft) })]),
  ];
  return (
    <>
      <Progress value={percent} aria-label={done} />
      <p className={classes.note}>{line.join(' · ')}</p>
    </>
  );
}
