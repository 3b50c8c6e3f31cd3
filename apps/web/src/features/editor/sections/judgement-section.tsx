import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { useRoutes, useSites } from '../../../lib/api/portfolio.ts';
import classes from '../editor.module.css';
import { TextAreaField, TextField } from '../field.tsx';
import { useFieldProps, usePart } from '../form-context.ts';
import { GradeFields } from './grade-fields.tsx';

/** How far the record as a whole is believed, at which sites it was aimed, and what else is to be said. */
export function JudgementSection() {
  const { t } = useTranslation('editor');
  const [grade, setGrade] = usePart('grade');
  const [projectSite, setProjectSite] = usePart('projectSite');
  const [notes, setNotes] = usePart('notes');
  return (
    <FormSection title={t('section.judgement')} note={t('judgementNote')}>
      <div className={classes.grid}>
        <GradeFields className={classes.half} path="grade" grade={grade} onChange={setGrade} />
        <TargetedSites />
        <TextField
          path="projectSite"
          label={t('label.projectSite')}
          description={t('projectSiteNote')}
          value={projectSite}
          onChange={setProjectSite}
        />
        <TextAreaField
          path="notes"
          label={t('label.notes')}
          description={t('notesNote')}
          value={notes}
          onChange={setNotes}
          minRows={2}
        />
      </div>
    </FormSection>
  );
}

function TargetedSites() {
  const { t } = useTranslation('editor');
  const field = useFieldProps('targetedSites');
  const [chosen, setChosen] = usePart('targetedSites');
  const sites = useSites();
  const routes = useRoutes();
  const data = useMemo(() => {
    const options = (items: readonly { readonly id: string; readonly name: string }[]) =>
      items.map(({ id, name }) => ({ value: id, label: name }));
    const known = new Set([...sites, ...routes].map(({ id }) => id));
    const unknown = chosen.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id }));
    return [
      { group: t('sites'), items: options(sites) },
      // A route can be a site too, under the same id.
      { group: t('routes'), items: options(routes.filter(({ id }) => !sites.some((site) => site.id === id))) },
      ...(unknown.length > 0 ? [{ group: t('unknownSites'), items: unknown }] : []),
    ];
  }, [sites, routes, chosen, t]);
  return (
    <MultiSelect
      {...field}
      size="sm"
      label={t('label.targetedSites')}
      placeholder={chosen.length === 0 ? t('sitesExample') : ''}
      data={data}
      value={chosen}
      onChange={setChosen}
      searchable
      hidePickedOptions
      maxDropdownHeight={280}
      nothingFoundMessage={t('nothingFound')}
    />
  );
}
