import { EVENT_TYPES, type EventType, SUB_EVENT_TYPES } from '@corridor/domain';
import { Collapse } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../../components/event-type.tsx';
import { chosenOfType, chosenSubTypes, toggleSubType, toggleType } from '../choose-values.ts';
import { useFacetGroups } from '../facet-groups.tsx';
import { facetRows } from '../facet-rows.ts';
import { useFilterEdit } from '../use-filter-edit.ts';
import { ChoiceRow } from './choice-row.tsx';
import { FacetFrame } from './facet-frame.tsx';
import classes from './facets.module.css';
import { MoreButton } from './more-button.tsx';

/** Event types, with their sub-event types to unfold. */
export function TypeFacet() {
  const { t } = useTranslation(['filters', 'taxonomy']);
  const { filter, change } = useFilterEdit();
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
                mark={<EventTypeMark type={type} size={13} decorative />}
                chosen={chosenOfType(chosen, type)}
                anyChosen={chosen.size > 0}
                onToggle={() => change(toggleType(filter, type))}
              />
              <Collapse expanded={open}>
                <SubTypes type={type} />
              </Collapse>
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

function SubTypes({ type }: { readonly type: EventType }) {
  const { t } = useTranslation('filters');
  const { filter, change } = useFilterEdit();
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
          onToggle={() => change(toggleSubType(filter, subType))}
          level="sub"
        />
      )
    );
  });
}
