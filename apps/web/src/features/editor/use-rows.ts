import { useEffect, useRef } from 'react';
import { fieldId, usePart } from './form-context.ts';
import type { ActorRow, ClaimRow, FormValues, SourceRow } from './values/form-values.ts';

interface Rows {
  readonly actors: ActorRow;
  readonly claims: ClaimRow;
  readonly sources: SourceRow;
}

/** The field of a new row that is typed in first. */
const FIRST_FIELDS = { actors: 'name', claims: 'by', sources: 'url' } as const;

/** The rows of a list of the form. The focus goes to a new row, and back to the button where one was removed. */
export function useRows<K extends keyof Rows>(list: K) {
  const [rows, setRows] = usePart<keyof Rows>(list);
  const addRef = useRef<HTMLButtonElement>(null);
  const added = useRef(false);
  const own = ownRows(rows, list);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    document.getElementById(fieldId(`${list}.${own.length - 1}.${FIRST_FIELDS[list]}`))?.focus();
  }, [list, own.length]);
  return {
    rows: own,
    addRef,
    add: (row: Rows[K]) => {
      added.current = true;
      setRows(asPart<K>([...own, row]));
    },
    change: (index: number, row: Rows[K]) => setRows(asPart<K>(own.with(index, row))),
    remove: (index: number) => {
      setRows(asPart<K>(own.toSpliced(index, 1)));
      addRef.current?.focus();
    },
  };
}

/** Guarantee: the list named K holds the rows of K. */
function ownRows<K extends keyof Rows>(rows: FormValues[keyof Rows], _list: K): Rows[K][] {
  return rows as Rows[K][];
}

/** Guarantee: the rows of K are what the list named K holds. */
function asPart<K extends keyof Rows>(rows: Rows[K][]): FormValues[K] {
  return rows as FormValues[K];
}
