import type { Source } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { GradeBadge } from '../../components/grade.tsx';
import { useFormat } from '../../lib/use-format.ts';
import classes from './record.module.css';
import { safeUrl, sourceName } from './source-text.ts';

export function RecordSources({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation('incidents');
  return (
    <>
      <h3 className={classes.heading}>
        {t('record.sources')} <span>{sources.length}</span>
      </h3>
      <ul className={classes.sources}>
        {sources.map((source) => (
          <SourceLine key={source.url} source={source} />
        ))}
      </ul>
    </>
  );
}

function SourceLine({ source }: { readonly source: Source }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const { basedOn, date, grade } = source;
  const name = sourceName(source);
  const href = safeUrl(source.url);
  const publisher = source.publisher === name ? '' : source.publisher;
  const origin = [publisher, date && format.date(date)].filter(Boolean).join(' · ');
  return (
    <li>
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" title={name}>
          {name}
        </a>
      ) : (
        <span title={name}>{name}</span>
      )}
      {origin && <small>{origin}</small>}
      {(grade || basedOn) && (
        <div className={classes.sourceJudged}>
          {basedOn && t('record.basedOn', { agency: basedOn })}
          {grade && <GradeBadge grade={`${grade.reliability}${grade.credibility}`} />}
        </div>
      )}
    </li>
  );
}
