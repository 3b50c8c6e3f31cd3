import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import classes from './new-rows-pill.module.css';

/** "3 new", in the head of a list that was kept in its place; leads to where they are. */
export function NewRowsPill({
  count,
  onGo,
}: {
  /** Null for more than are counted. */
  readonly count: number | null;
  readonly onGo: () => void;
}) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  return (
    <span role="status" className={classes.place}>
      {count !== 0 && (
        <button type="button" className={classes.pill} onClick={onGo} title={t('newRows.hint')}>
          {count === null ? t('newRows.many') : t('newRows.count', { count, formatted: format.count(count) })}
        </button>
      )}
    </span>
  );
}
