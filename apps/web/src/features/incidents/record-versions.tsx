import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import classes from './record.module.css';

/** Who changed the record, when and why; and where it comes from. */
export function RecordVersions({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const { patch } = useView();
  return (
    <div className={classes.origin}>
      <details>
        <summary>{t('record.versions', { count: record.versions.length })}</summary>
        <ol>
          {record.versions.toReversed().map(({ version, revision, changedAt, changedBy, reason }) => (
            <li key={version}>
              {t('record.version', { version, when: format.moment(changedAt), who: changedBy })}
              {reason && <span>{reason}</span>}
              <button type="button" onClick={() => patch({ asOf: `r${revision}` })}>
                {t('record.asOfVersion')}
              </button>
            </li>
          ))}
        </ol>
      </details>
      <p>{t('record.origin', { origin: record.origin, licence: record.licence })}</p>
    </div>
  );
}
