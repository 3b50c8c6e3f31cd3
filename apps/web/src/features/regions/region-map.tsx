import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AreaHover,
  BaseMap,
  DistrictShading,
  divergingClasses,
  MapTooltip,
  ShadeKey,
  sequentialClasses,
} from '../../components/base-map/index.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { Shade } from '../../lib/view/view.ts';
import classes from './region-map.module.css';
import { type ProvinceRows, type RegionRow, shadeValues } from './region-rows.ts';
import type { Regions } from './use-regions.ts';

/** Districts shaded by the table's numbers. A click chooses a district, as its name in the table does. */
export function RegionMap({ regions }: { readonly regions: Regions }) {
  const { t } = useTranslation('regions');
  const format = useFormat();
  const { view, patch } = useView();
  const [hover, setHover] = useState<AreaHover | null>(null);
  const rows = useMemo(() => districtRows(regions.provinces ?? []), [regions.provinces]);
  const compared = rows.some(({ before }) => before !== null);
  const shade: Shade = view.shade === 'change' && !compared ? 'count' : (view.shade ?? 'count');
  const values = useMemo(() => shadeValues(rows, shade, regions.monthsNow), [rows, shade, regions.monthsNow]);
  const shades =
    shade === 'change' ? divergingClasses(values.values()) : sequentialClasses(values.values(), shade === 'count');
  const selected = view.openRegion;
  const chosen = regions.provinces?.find(({ province }) => province.name === selected);
  const outlined = chosen ? [...chosen.districts, ...chosen.quiet].map(({ name }) => name) : selected ? [selected] : [];
  return (
    <div className={classes.map}>
      <BaseMap label={t('mapLabel', { shade: t(`shade.${shade}`) })} layers={['claims', 'towns']}>
        <DistrictShading
          by="district"
          values={values}
          shades={shades}
          selected={outlined}
          onHover={setHover}
          onPick={({ names }) => patch({ openRegion: names[0] })}
        />
        {hover && (
          <MapTooltip at={hover}>
            {hover.names.map((name) => (
              <div key={name}>
                {name}{' '}
                <b>
                  {shade === 'change'
                    ? format.change(values.get(name) ?? 0)
                    : format.count(rowNamed(rows, name)?.now ?? 0)}
                </b>
              </div>
            ))}
          </MapTooltip>
        )}
      </BaseMap>
      <SegmentedControl
        className={classes.shades ?? ''}
        size="xs"
        aria-label={t('shadeGroup')}
        value={shade}
        onChange={(value) =>
          patch({ shade: value === 'rate' || value === 'change' ? value : undefined }, { replace: true })
        }
        data={(['count', 'rate', 'change'] as const).map((value) => ({
          value,
          label: t(`shade.${value}`),
          disabled: value === 'change' && !compared,
        }))}
      />
      <div className={classes.legend}>
        <ShadeKey
          title={t(`legend.${shade}`)}
          shades={shades}
          whole={shade !== 'rate'}
          diverging={shade === 'change'}
        />
      </div>
    </div>
  );
}

function districtRows(provinces: readonly ProvinceRows[]): readonly RegionRow[] {
  return provinces.flatMap(({ districts, quiet }) => [...districts, ...quiet]);
}

function rowNamed(rows: readonly RegionRow[], name: string): RegionRow | undefined {
  return rows.find((row) => row.name === name);
}
