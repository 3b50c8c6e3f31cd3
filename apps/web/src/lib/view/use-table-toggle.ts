import { useView } from './use-view.ts';

/** Whether a chart is shown as a table, kept in the URL, and the switch for it. */
export function useTableToggle(chart: string): { readonly asTable: boolean; readonly onToggleTable: () => void } {
  const { view, patch } = useView();
  const tables = view.tables ?? [];
  const asTable = tables.includes(chart);
  const next = asTable ? tables.filter((name) => name !== chart) : [...tables, chart];
  return { asTable, onToggleTable: () => patch({ tables: next.length > 0 ? next : undefined }) };
}
