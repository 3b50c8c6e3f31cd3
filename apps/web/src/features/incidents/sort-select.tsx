import { DEFAULT_SORT, type Sort } from '@corridor/domain';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../lib/view/use-view.ts';
import classes from './sort-select.module.css';

const ORDERS = {
  newest: DEFAULT_SORT,
  oldest: { by: 'date', descending: false },
  gravest: { by: 'severity', descending: true },
  killed: { by: 'killed', descending: true },
  wounded: { by: 'wounded', descending: true },
} as const satisfies Record<string, Sort>;
type OrderName = keyof typeof ORDERS;
const ORDER_NAMES = Object.keys(ORDERS).filter((name): name is OrderName => name in ORDERS);

/** The order of a list that has no heads to click on. An order chosen in the table stays selectable. */
export function SortSelect() {
  const { t } = useTranslation('incidents');
  const { view, patch } = useView();
  const sort = view.sort ?? DEFAULT_SORT;
  const current = ORDER_NAMES.find(
    (name) => ORDERS[name].by === sort.by && ORDERS[name].descending === sort.descending,
  );
  const options = ORDER_NAMES.map((name) => ({ value: name, label: t(`order.${name}`) }));
  const other = { value: '', label: t('orderOther', { column: t(`sortKey.${sort.by}`) }) };
  return (
    <NativeSelect
      className={classes.select ?? ''}
      size="xs"
      aria-label={t('sortBy')}
      value={current ?? ''}
      data={current ? options : [other, ...options]}
      onChange={({ currentTarget }) => {
        const name = ORDER_NAMES.find((candidate) => candidate === currentTarget.value);
        if (name) patch({ sort: name === 'newest' ? undefined : ORDERS[name] }, { replace: true });
      }}
    />
  );
}
