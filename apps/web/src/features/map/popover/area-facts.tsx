import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useProvinceName } from '../../../lib/use-place-text.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { useMapCounts } from '../use-map-answer.ts';
import classes from './popover.module.css';

/** A district or province, how many incidents of the answer it has, and filters for it. */
export function AreaFacts({
  kind,
  name,
  onDone,
}: {
  readonly kind: 'district' | 'province';
  readonly name: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const { districts } = usePortfolio();
  const provinceName = useProvinceName();
  const { view, setFilter } = useView();
  const counts = useMapCounts(kind);
  const { count = 0 } = counts?.get(name) ?? {};
  const province = kind === 'province' ? name : districts.find((district) => district.name === name)?.province;
  const { province: _province, district: _district, ...rest } = view.filter;
  const choose = (filter: typeof view.filter) => {
    setFilter(filter);
    onDone();
  };
  return (
    <div className={classes.facts}>
      <div className={classes.title}>
        <b>{kind === 'province' ? provinceName(name) : name}</b>
        {kind === 'district' && province && <span className={classes.line}>{provinceName(province)}</span>}
      </div>
      <div>{counts ? t('popover.counted', { count, formatted: format.count(count) }) : '\u00a0'}</div>
      <Group gap={8}>
        {kind === 'district' && (
          <Button variant="default" onClick={() => choose({ ...rest, district: [name] })}>
            {t('popover.onlyDistrict')}
          </Button>
        )}
        {province && (
          <Button variant="default" onClick={() => choose({ ...rest, province: [province] })}>
            {t('popover.onlyProvince', { province: provinceName(province) })}
          </Button>
        )}
      </Group>
    </div>
  );
}
