import type { Actor } from '@corridor/domain';
import { foldText, wordsOf } from '@corridor/domain';
import { Autocomplete } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import { useFieldProps } from '../form-context.ts';

const MOST = 8;

interface ActorFieldProps {
  readonly index: number;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** An actor's name, completed from those that the portfolio knows, by their other names too. */
export function ActorField({ index, onChange, value }: ActorFieldProps) {
  const { t } = useTranslation('editor');
  const { actors } = usePortfolio();
  const field = useFieldProps(`actors.${index}.name`);
  const names = useMemo(() => actorNames(actors, value), [actors, value]);
  return (
    <Autocomplete
      {...field}
      size="sm"
      aria-label={t('rowField', { row: t('row.actors', { row: index + 1 }), field: t('rowPart.name') })}
      placeholder={t('actorExample')}
      value={value}
      onChange={onChange}
      data={names}
      filter={({ options }) => options}
      maxDropdownHeight={260}
      openOnFocus={false}
    />
  );
}

/** Names of actors of whose name or other name each typed word begins a word. */
function actorNames(actors: readonly Actor[], typed: string): string[] {
  const sought = wordsOf(foldText(typed));
  const found = actors.filter(({ aliases, name }) =>
    [name, ...aliases].some((known) => {
      const words = wordsOf(foldText(known));
      return sought.every((word) => words.some((one) => one.startsWith(word)));
    }),
  );
  return [...new Set(found.map(({ name }) => name))].slice(0, MOST);
}
