import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaHover, DistrictShading, MapTooltip } from '../../../components/base-map/index.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useProvinceName } from '../../../lib/use-place-text.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { AreaValues } from './use-area-values.ts';

/** Districts or provinces shaded by count, rate or change; they answer to hover and click. */
export function AreaMode({
  areas,
  onPick,
}: {
  readonly areas: AreaValues;
  readonly onPick: (pick: AreaHover, by: AreaValues['by']) => void;
}) {
  const { view } = useView();
  const [hover, setHover] = useState<AreaHover | null>(null);
  const selected = areas.by === 'district' ? view.filter.district : view.filter.province;
  return (
    <>
      <DistrictShading
        by={areas.by}
        values={areas.values}
        shades={areas.shades}
        {...(selected && { selected })}
        onHover={setHover}
        onPick={(pick) => {
          setHover(null);
          onPick(pick, areas.by);
        }}
      />
      {hover && (
        <MapTooltip at={hover}>
          <AreaTip areas={areas} names={hover.names} />
        </MapTooltip>
      )}
    </>
  );
}

/** Name and number of an area, with what the number is made of. */
function AreaTip({ areas, names }: { readonly areas: AreaValues; readonly names: readonly string[] }) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const provinceName = useProvinceName();
  const sum = (values: ReadonlyMap<string, number>) =>
    names.reduce((total, name) => total + (values.get(name) ?? 0), 0);
  const [now, before] = [sum(areas.now), sum(areas.before)];
  return (
    <>
      <b>{names.map(provinceName).join(', ')}</b>
      <br />
      {areas.shade === 'change'
        ? t('popover.against', {
            now: format.count(now),
            before: format.count(before),
            change: format.change(now - before),
          })
        : t('popover.counted', { count: now, formatted: format.count(now) })}
      {areas.shade === 'rate' && ` · ${t('popover.perMonth', { value: Number(sum(areas.values).toFixed(2)) })}`}
    </>
  );
}
