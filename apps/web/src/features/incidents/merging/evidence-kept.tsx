import type { Draft } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { usePartText } from '../../../lib/record-parts/use-part-text.ts';
import type { BroughtEvidence } from './brought-evidence.ts';
import classes from './merging.module.css';

interface EvidenceKeptProps {
  readonly kept: Draft;
  readonly brought: BroughtEvidence;
}

/** All sources and claims of both, and which come from the one that goes. */
export function EvidenceKept({ brought, kept }: EvidenceKeptProps) {
  const { t } = useTranslation('merging');
  const text = usePartText();
  return (
    <FormSection title={t('evidence.title')} note={t('evidence.note')}>
      {(['sources', 'claims'] as const).map((part) => (
        <div key={part} className={classes.evidence}>
          <b>{t(`evidence.${part}`)}</b>
          <ul>
            {text(kept, part).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {text({ ...kept, [part]: brought[part] }, part).map((line) => (
              <li key={`brought ${line}`}>
                {line} <small>{t('evidence.added')}</small>
              </li>
            ))}
            {kept[part].length + brought[part].length === 0 && <li>{t('evidence.none')}</li>}
          </ul>
        </div>
      ))}
    </FormSection>
  );
}
