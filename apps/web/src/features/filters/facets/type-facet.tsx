import { EVENT_TYPES, type EventType, type Filter, SUB_EVENT_TYPES } from '@corridor/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../../components/event-type.tsx';
import { chosenOfType, chosenSubTypes, toggleSubType, toggleType } from '../choose-values.ts';
import { useFacetGroups } from '../facet-groups.tsx';
import { facetRows } from '../facet-rows.ts';
import type { FilterChange } from '../filter-part.ts';
import { useFilterEdit, useToggle } from '../use-filter-edit.ts';
import { ChoiceRow } from './choice-row.tsx';
import { FacetFrame } from './facet-frame.tsx';
import classes from './facets.module.css';
import { MoreButton } from './more-button.tsx';

/** Event types, with their sub-event types to unfold. */
export function TypeFacet() {
  const { t } = useTranslation(['filters', 'taxonomy']);
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleTypeNamed);
  const { now } = useFacetGroups();
  const [open, setOpen] = useState(filter.subType !== undefined);
  const chosen = chosenSubTypes(filter);
  const rows = facetRows(EVENT_TYPES, now.type);
  return (
    <FacetFrame part="type">
      {EVENT_TYPES.map((type, index) => {
        const row = rows[index];
        return (
          row && (
            <div key={type} className={classes.nested}>
              <ChoiceRow
                row={row}
                label={t(`taxonomy:typeShort.${type}`)}
                markOf={markOf}
                chosen={chosenOfType(chosen, type)}
                anyChosen={chosen.size > 0}
                onToggle={onToggle}
              />
              {open && <SubTypes type={type} />}
            </div>
          )
        );
      })}
      <MoreButton
        text={t(open ? 'filters:choice.noSubTypes' : 'filters:choice.subTypes')}
        expanded={open}
        onClick={() => setOpen(!open)}
      />
    </FacetFrame>
  );
}

const typeNamed = (name: string) => EVENT_TYPES.find((type) => type === name);
const subTypeNamed = (name: string) =>
  EVENT_TYPES.flatMap((type) => SUB_EVENT_TYPES[type]).find((subType) => subType === name);

function toggleTypeNamed(filter: Filter, name: string): FilterChange {
  const type = typeNamed(name);
  return type ? toggleType(filter, type) : {};
}

function toggleSubTypeNamed(filter: Filter, name: string): FilterChange {
  const subType = subTypeNamed(name);
  return subType ? toggleSubType(filter, subType) : {};
}

function markOf(name: string) {
  const type = typeNamed(name);
  return type && <EventTypeMark type={type} size={13} decorative />;
}

function SubTypes({ type }: { readonly type: EventType }) {
  const { t } = useTranslation('filters');
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleSubTypeNamed);
  const { now } = useFacetGroups();
  const chosen = chosenSubTypes(filter);
  const rows = facetRows(SUB_EVENT_TYPES[type], now.subType);
  return SUB_EVENT_TYPES[type].map((subType, index) => {
    const row = rows[index];
    return (
      row && (
        <ChoiceRow
          key={subType}
          row={row}
          label={t(`subType.${subType}`)}
          chosen={chosen.has(subType) ? 'all' : 'none'}
          anyChosen={chosen.size > 0}
          onToggle={onToggle}
          level="sub"
        />
      )
    );
  });
}
