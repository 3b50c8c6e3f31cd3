import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './doubles.module.css';
import type { LoadedDoubles } from './use-doubles.ts';

/** How far back records were compared, and a way to go on. */
export function DoublesFoot({ doubles }: { readonly doubles: LoadedDoubles }) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const { hasMore, isLookingFurther, lookedBackTo, lookFurther } = doubles;
  return (
    <div className={classes.foot}>
      <span>
        {hasMore && lookedBackTo !== null
          ? t('doubles.looked', { date: format.date(lookedBackTo) })
          : t('doubles.lookedAll')}
      </span>
      {hasMore && (
        <Button variant="default" size="compact-sm" disabled={isLookingFurther} onClick={lookFurther}>
          {t(isLookingFurther ? 'doubles.looking' : 'doubles.further')}
        </Button>
      )}
    </div>
  );
}
