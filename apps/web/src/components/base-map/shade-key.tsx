import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import classes from './base-map.module.css';
import type { ShadeClass } from './shade-classes.ts';

/** The classes of a shaded map in words, the highest first. Sequential shades end with "none recorded": the bare land. */
export function ShadeKey({
  title,
  shades,
  whole,
  diverging = false,
}: {
  readonly title: string;
  readonly shades: readonly ShadeClass[];
  readonly whole: boolean;
  readonly diverging?: boolean;
}) {
  const { t } = useTranslation('map');
  const text = useShadeText(whole, diverging);
  return (
    <>
      <div className={classes.keyTitle}>{title}</div>
      <ul className={classes.key}>
        {[...shades].reverse().map((shade) => (
          <li key={shade.token}>
            <Swatch fill={`var(${shade.token})`} />
            <span>{text(shade)}</span>
          </li>
        ))}
        {!diverging && (
          <li>
            <Swatch fill="var(--cw-map-land)" />
            <span>{t('shade.none')}</span>
          </li>
        )}
      </ul>
    </>
  );
}

function Swatch({ fill }: { readonly fill: string }) {
  return (
    <svg width="18" height="12" aria-hidden="true">
      <rect x=".5" y=".5" width="17" height="11" rx="2" fill={fill} />
    </svg>
  );
}

function useShadeText(whole: boolean, diverging: boolean): (shade: ShadeClass) => string {
  const { t } = useTranslation('map');
  const format = useFormat();
  const decimal = (value: number) => String(Number(value.toFixed(2)));
  const number = diverging ? format.change : whole ? format.count : decimal;
  return ({ from, below }) => {
    if (diverging && from === 0) return t('shade.same');
    if (from === -Infinity) return t('shade.orFewer', { value: number((below ?? 0) - 1) });
    if (below === null) return t('shade.orMore', { value: number(from) });
    const [first, last] = whole ? [Math.ceil(from), below - 1] : [from, below];
    return last === first ? number(first) : t('shade.range', { from: number(first), to: number(last) });
  };
}
