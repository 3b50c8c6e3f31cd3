import type { Credibility, Grade, Reliability } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import classes from './grade.module.css';

/** Splits a grade into its two independent judgements. */
function gradeParts(grade: Grade): { reliability: Reliability; credibility: Credibility } {
  return { reliability: grade[0] as Reliability, credibility: grade[1] as Credibility };
}

/** Source reliability and information credibility (Admiralty code) as two joined boxes. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  const { t } = useTranslation(['common', 'taxonomy']);
  const { reliability, credibility } = gradeParts(grade);
  const label = t('common:grade', {
    grade,
    reliability: t(`taxonomy:reliability.${reliability}`),
    credibility: t(`taxonomy:credibility.${credibility}`),
  });
  return (
    <span className={classes.grade} role="img" aria-label={label} title={label}>
      <b>{reliability}</b>
      <b>{credibility}</b>
    </span>
  );
}
