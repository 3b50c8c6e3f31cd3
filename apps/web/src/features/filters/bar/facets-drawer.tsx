import { Button } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { FacetList } from '../facets-rail.tsx';
import classes from './bar.module.css';
import { FacetsSheet } from './facets-sheet.tsx';

/** Below 1280 px: the facets behind an icon that says how many filters are set. */
export const FacetsDrawer = memo(function FacetsDrawer({ count }: { readonly count: number }) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const formatted = format.count(count);
  return (
    <>
      <Button
        className={classes.facetsButton ?? ''}
        variant="default"
        size="compact-sm"
        leftSection={<IconFilter size={16} stroke={1.5} />}
        aria-label={t('open', { count, formatted })}
        aria-haspopup="dialog"
        onClick={open}
      >
        {formatted}
      </Button>
      <FacetsSheet opened={opened} onClose={close} position={phone ? 'bottom' : 'left'} title={t('facets')}>
        <FacetList />
      </FacetsSheet>
    </>
  );
});
