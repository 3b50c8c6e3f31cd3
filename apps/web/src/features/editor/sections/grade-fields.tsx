import { CREDIBILITIES, RELIABILITIES } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../field.tsx';

interface GradeText {
  readonly reliability: string;
  readonly credibility: string;
}

interface GradeFieldsProps {
  readonly path: string;
  readonly grade: GradeText;
  readonly onChange: (grade: { reliability: string; credibility: string }) => void;
  /** What stands where nobody has graded; without it, both are needed. */
  readonly nothing?: string;
  readonly className?: string | undefined;
}

/** Both judgements of the Admiralty code, with their words. */
export function GradeFields({ className, grade, nothing, onChange, path }: GradeFieldsProps) {
  const { t } = useTranslation(['editor', 'taxonomy']);
  const required = nothing === undefined;
  return (
    <>
      <ChoiceField
        className={className}
        path={`${path}.reliability`}
        label={t('editor:reliability')}
        value={grade.reliability}
        onChange={(reliability) => onChange({ ...grade, reliability })}
        required={required}
        nothing={nothing}
        options={RELIABILITIES.map((value) => ({
          value,
          label: t('editor:gradeOption', { code: value, words: t(`taxonomy:reliability.${value}`) }),
        }))}
      />
      <ChoiceField
        className={className}
        path={`${path}.credibility`}
        label={t('editor:credibility')}
        value={grade.credibility}
        onChange={(credibility) => onChange({ ...grade, credibility })}
        required={required}
        nothing={nothing}
        options={CREDIBILITIES.map((value) => ({
          value,
          label: t('editor:gradeOption', { code: value, words: t(`taxonomy:credibility.${value}`) }),
        }))}
      />
    </>
  );
}
