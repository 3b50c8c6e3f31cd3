import { useTranslation } from 'react-i18next';
import classes from '../../components/form.module.css';
import { isFieldName } from '../../lib/target-fields.ts';
import { fieldId } from './field-id.ts';
import type { Faults } from './target-form.ts';

/** Everything that is wrong with the form, each with the way to its field. */
export function FaultList({ faults }: { readonly faults: Faults }) {
  const { t } = useTranslation('siteEditor');
  const label = (path: string) => {
    const [name = '', index, part] = path.split('.');
    if (path === 'reason') return t('reason');
    if (name === 'sources' && index !== undefined) {
      const source = t('source.legend', { number: Number(index) + 1 });
      return part === 'url' ? `${source}, ${t('source.url')}` : source;
    }
    return isFieldName(name) ? t(`fields.${name}`) : path;
  };
  return (
    <div role="alert" className={classes.summary} data-empty={faults.size === 0 || undefined}>
      {faults.size > 0 && (
        <>
          <b>{t('faults', { count: faults.size })}</b>
          <ul>
            {[...faults].map(([path, { key, words }]) => (
              <li key={path}>
                <a
                  href={`#${fieldId(path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(path))?.focus();
                  }}
                >
                  {label(path)}
                </a>{' '}
                {words ?? t(`fault.${key}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
