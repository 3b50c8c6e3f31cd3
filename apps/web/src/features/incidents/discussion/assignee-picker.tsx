import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assigneesQuery, type NamedPerson } from '../../../lib/api/discussion.ts';
import classes from './record-discussion.module.css';
import { Refusal } from './refusal.tsx';
import { useAssigning } from './use-discussing.ts';

/** No person has an empty id. */
const NOBODY = '';

interface AssigneePickerProps {
  readonly id: string;
  readonly assignee: NamedPerson | null;
}

/** Gives the record to somebody who works on it, or to nobody. */
export function AssigneePicker({ assignee, id }: AssigneePickerProps) {
  const { t } = useTranslation('discussion');
  const { data } = useQuery(assigneesQuery);
  const [isOpen, setOpen] = useState(false);
  const assigning = useAssigning(id);
  const shown = assigning.isPending ? assigning.variables : (assignee?.id ?? null);
  return (
    <div className={classes.assignee}>
      <Select
        size="xs"
        label={t('worksOn')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: true }}
        onKeyDown={(event) => {
          // It closes the list of names, and not the record too.
          if (event.key === 'Escape' && isOpen) event.preventDefault();
        }}
        onDropdownOpen={() => setOpen(true)}
        onDropdownClose={() => setOpen(false)}
        data={[
          { value: NOBODY, label: t('nobody') },
          ...withPerson(data?.items ?? [], assignee).map(({ id: value, name: label }) => ({ value, label })),
        ]}
        value={shown ?? NOBODY}
        onChange={(value) => {
          if (!assigning.isPending) assigning.mutate(value === NOBODY ? null : value);
        }}
      />
      <Refusal error={assigning.error} />
    </div>
  );
}

/** Who works on it may be somebody who could not be chosen any more. */
function withPerson(people: readonly NamedPerson[], person: NamedPerson | null): readonly NamedPerson[] {
  return person === null || people.some(({ id }) => id === person.id) ? people : [...people, person];
}
