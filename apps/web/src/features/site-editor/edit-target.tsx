import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { isMissing } from '../../lib/api/record.ts';
import { type TargetKind, targetQuery } from '../../lib/api/targets.ts';
import classes from './site-editor.module.css';
import { TargetEditor } from './target-editor.tsx';

interface EditTargetProps {
  readonly kind: TargetKind;
  readonly id: string;
  readonly onSaved: (id: string) => void;
  readonly onBack: () => void;
}

/** Changes a site or route as it stands when the form is opened. */
export function EditTarget({ id, kind, onBack, onSaved }: EditTargetProps) {
  const { t } = useTranslation('siteEditor');
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...targetQuery(kind, id),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  if (isMissing(error)) {
    return (
      <p className={classes.message} role="alert">
        {t(`missing.${kind}`, { id })}
      </p>
    );
  }
  if (error) return <LoadError what={t(`title.${kind}`)} error={error} retry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return null;
  return <TargetEditor key={id} kind={kind} record={data} onSaved={onSaved} onBack={onBack} />;
}
