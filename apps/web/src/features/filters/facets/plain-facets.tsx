import { COUNTED_STATUSES, type Filter, GRADES, SEVERITIES, STATUSES, TARGET_TYPES } from '@corridor/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GradeBadge } from '../../../components/grade.tsx';
import { SeverityBars } from '../../../components/severity.tsx';
import { toggle } from '../choose-values.ts';
import { useFacetGroups } from '../facet-groups.tsx';
import { addFromTop, facetRows, orderByFrequency } from '../facet-rows.ts';
import type { FilterChange } from '../filter-part.ts';
import { useFilterEdit, useToggle } from '../use-filter-edit.ts';
import { ChoiceRow } from './choice-row.tsx';
import { FacetFrame, FacetSkeleton } from './facet-frame.tsx';
import { ValueList } from './value-list.tsx';

/** How many values stand before "more"; all when absent. */
interface Limit {
  readonly limit?: number | undefined;
}

const targetOf = (key: string) => TARGET_TYPES.find((code) => code === key);
const gradeOf = (key: string) => GRADES.find((grade) => grade === key);
const severityOf = (key: string) => SEVERITIES.find((level) => String(level) === key);

const toggleActor = ({ actor }: Filter, key: string) => ({ actor: toggle(actor, key) });
const chooseSeverity = (_: Filter, key: string): FilterChange => ({ minSeverity: severityOf(key) });
const chooseChinese = (_: Filter, key: string): FilterChange => ({ chinese: key === 'true' });

function toggleTarget({ targetType }: Filter, key: string): FilterChange {
  const code = targetOf(key);
  return code ? { targetType: toggle(targetType, code) } : {};
}

function toggleStatus({ status }: Filter, key: string): FilterChange {
  const found = STATUSES.find((value) => value === key);
  return found ? { status: toggle(status, found) } : {};
}

function toggleGrade({ grade }: Filter, key: string): FilterChange {
  const found = gradeOf(key);
  return found ? { grade: toggle(grade, found) } : {};
}

function severityMark(key: string) {
  const severity = severityOf(key);
  return severity && <SeverityBars severity={severity} />;
}

function gradeMark(key: string) {
  const grade = gradeOf(key);
  return grade && <GradeBadge grade={grade} />;
}

export function ActorFacet({ limit }: Limit) {
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleActor);
  const { all, now } = useFacetGroups();
  const keys = useMemo(() => orderByFrequency(all?.actor), [all]);
  return (
    <FacetFrame part="actor">
      {all ? (
        <ValueList
          part="actor"
          rows={facetRows(keys, now.actor)}
          labelOf={(key) => key}
          isChosen={(key) => filter.actor?.includes(key) ?? false}
          onToggle={onToggle}
          limit={limit}
        />
      ) : (
        <FacetSkeleton rows={6} />
      )}
    </FacetFrame>
  );
}

export function TargetFacet({ limit }: Limit) {
  const { t } = useTranslation(['filters', 'taxonomy']);
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleTarget);
  const { all, now } = useFacetGroups();
  const keys = useMemo(() => inOrderOf(TARGET_TYPES, orderByFrequency(all?.targetType)), [all]);
  return (
    <FacetFrame part="targetType">
      <ValueList
        part="targetType"
        rows={facetRows(keys, now.targetType)}
        labelOf={(key) => {
          const code = targetOf(key);
          return code ? t(`taxonomy:targetType.${code}`) : key;
        }}
        isChosen={(key) => filter.targetType?.some((code) => code === key) ?? false}
        onToggle={onToggle}
        limit={limit}
      />
    </FacetFrame>
  );
}

/** Every value once: first those of `order` that are values, then the rest. */
function inOrderOf(values: readonly string[], order: readonly string[]): readonly string[] {
  return [...order.filter((key) => values.includes(key)), ...values.filter((key) => !order.includes(key))];
}

/** The least severity counted: a choice of one. Counts say how many it lets through. */
export function SeverityFacet({ group }: { readonly group: string }) {
  const { t } = useTranslation(['filters', 'taxonomy']);
  const { filter } = useFilterEdit();
  const onToggle = useToggle(chooseSeverity);
  const { now } = useFacetGroups();
  const levels = SEVERITIES.toReversed();
  const rows = addFromTop(facetRows(levels.map(String), now.severity));
  return (
    <FacetFrame part="severity">
      {levels.map((level, index) => {
        const row = rows[index];
        const words = { level, name: t(`taxonomy:severity.${level}`) };
        return (
          row && (
            <ChoiceRow
              key={level}
              row={row}
              label={t(level === 5 ? 'filters:choice.severityTop' : 'filters:choice.severity', words)}
              markOf={severityMark}
              chosen={filter.minSeverity === level ? 'all' : 'none'}
              anyChosen={filter.minSeverity !== undefined && level < filter.minSeverity}
              onToggle={onToggle}
              radio={`${group}-severity`}
            />
          )
        );
      })}
    </FacetFrame>
  );
}

export function StatusFacet() {
  const { t } = useTranslation(['filters', 'taxonomy']);
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleStatus);
  const { now } = useFacetGroups();
  const rows = facetRows(STATUSES, now.status);
  return (
    <FacetFrame part="status">
      {STATUSES.map((status, index) => {
        const row = rows[index];
        const name = t(`taxonomy:status.${status}`);
        const uncounted = filter.status === undefined && !COUNTED_STATUSES.includes(status);
        return (
          row && (
            <ChoiceRow
              key={status}
              row={row}
              label={uncounted ? t('filters:choice.uncounted', { name }) : name}
              chosen={filter.status?.includes(status) ? 'all' : 'none'}
              anyChosen={uncounted || filter.status !== undefined}
              onToggle={onToggle}
            />
          )
        );
      })}
    </FacetFrame>
  );
}

/** Grades that occur, or are chosen. */
export function GradeFacet({ limit }: Limit) {
  const { t } = useTranslation(['filters', 'taxonomy']);
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleGrade);
  const { all, now } = useFacetGroups();
  const occurring = useMemo(
    () => new Set((all?.grade ?? []).filter(({ count }) => count > 0).map(({ key }) => key)),
    [all],
  );
  const grades = GRADES.filter((grade) => occurring.has(grade) || filter.grade?.includes(grade));
  return (
    <FacetFrame part="grade">
      {all ? (
        <ValueList
          part="grade"
          rows={facetRows(grades, now.grade)}
          labelOf={(key) => describeGrade(key, t)}
          markOf={gradeMark}
          isChosen={(key) => filter.grade?.some((grade) => grade === key) ?? false}
          onToggle={onToggle}
          limit={limit}
        />
      ) : (
        <FacetSkeleton rows={4} />
      )}
    </FacetFrame>
  );
}

type Translate = ReturnType<typeof useTranslation<readonly ['filters', 'taxonomy']>>['t'];

function describeGrade(key: string, t: Translate): string {
  const reliability = (['A', 'B', 'C', 'D', 'E', 'F'] as const).find((code) => key.startsWith(code));
  return reliability ? `${key} ${t(`taxonomy:reliability.${reliability}`)}` : key;
}

export function ChineseFacet({ group }: { readonly group: string }) {
  const { t } = useTranslation('filters');
  const { filter } = useFilterEdit();
  const onToggle = useToggle(chooseChinese);
  const { now } = useFacetGroups();
  const rows = facetRows(['true', 'false'], now.chinese);
  return (
    <FacetFrame part="chinese">
      {rows.map((row) => {
        const value = row.key === 'true';
        return (
          <ChoiceRow
            key={row.key}
            row={row}
            label={t(value ? 'choice.chinese' : 'choice.notChinese')}
            chosen={filter.chinese === value ? 'all' : 'none'}
            anyChosen={filter.chinese !== undefined}
            onToggle={onToggle}
            radio={`${group}-chinese`}
          />
        );
      })}
    </FacetFrame>
  );
}
