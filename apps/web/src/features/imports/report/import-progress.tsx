import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportDetail } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';
import { useFileWords } from '../use-file-words.ts';

/** How far it is, how fast, and how long it takes still. */
export function ImportProgress({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useFileWords();
  const { bytesDone, rowsDone, rowsPerSecond, secondsLeft, size } = detail;
  const percent = size === 0 ? 0 : Math.min(100, Math.floor((100 * bytesDone) / size));
  const done = t('progress', { rows: format.count(rowsDone), percent });
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
