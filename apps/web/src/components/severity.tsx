import { SEVERITIES, type Severity } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import classes from './severity.module.css';

/** Five rising bars: severity is size and weight, never hue. `named` adds "4 severe". */
export function SeverityBars({ severity, named = false }: { readonly severity: Severity; readonly named?: boolean }) {
  const { t } = useTranslation(['common', 'taxonomy']);
  const name = t(`taxonomy:severity.${severity}`);
  return (
    <span className={classes.severity}>
      <svg
        width="19"
        height="11"
        viewBox="0 0 19 11"
        role="img"
        aria-label={t('common:severity', { level: severity, name })}
      >
        {SEVERITIES.map((level) => (
          <rect
            key={level}
            x={(level - 1) * 4}
            y={9 - level * 1.7}
            width="3"
            height={2 + level * 1.7}
            rx=".6"
            className={level <= severity ? classes.on : classes.off}
          />
        ))}
      </svg>
      {named && (
        <span aria-hidden="true">
          {severity} {name}
        </span>
      )}
    </span>
  );
}
