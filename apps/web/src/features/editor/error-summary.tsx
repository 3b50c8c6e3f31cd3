import { useTranslation } from 'react-i18next';
import classes from '../../components/form.module.css';
import { byPlaceInForm, fieldName } from './field-names.ts';
import { fieldId, useFaults } from './form-context.ts';
import { useFaultWords } from './use-fault-words.ts';
import { useFieldLabel } from './use-field-label.ts';

/** Everything that is wrong with the form, each with the way to its field. */
export function ErrorSummary() {
  const { t } = useTranslation('editor');
  const faults = useFaults();
  const words = useFaultWords();
  const label = useFieldLabel();
  const sorted = [...faults.values()].sort((a, b) => byPlaceInForm(a.path, b.path));
  return (
    <div role="alert" className={classes.summary} data-empty={sorted.length === 0 || undefined}>
      {sorted.length > 0 && (
        <>
          <b>{t('faults', { count: sorted.length })}</b>
          <ul>
            {sorted.map((fault) => (
              <li key={fault.path}>
                {fieldName(fault.path) === null ? (
                  `${fault.path}: ${words(fault)}`
                ) : (
                  <a
                    href={`#${fieldId(fault.path)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      focusField(fault.path);
                    }}
                  >
                    {label(fault.path)}
                  </a>
                )}{' '}
                {fieldName(fault.path) !== null && words(fault)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Leads to a field; a fault of a whole list leads to the list. */
function focusField(path: string): void {
  const field = document.getElementById(fieldId(path));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
