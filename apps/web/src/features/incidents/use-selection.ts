import type { IncidentSummary } from '@corridor/domain';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { pressedKey } from '../../lib/keys/pressed-key.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { ListOrder } from './find-position.ts';
import type { RowsMoved } from './rows-moved.ts';
import { stepIndex } from './step-index.ts';
import type { IncidentRows } from './use-incident-rows.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

export interface Selection {
  /** The open incident, as the URL has it. */
  readonly openId: string | undefined;
  /** The row that the keyboard is on. */
  readonly active: number | null;
  readonly open: (incident: IncidentSummary, index: number) => void;
  /** Moves by rows; an open record follows without leaving steps behind for Back. */
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
  /** Makes a row the keyboard's. */
  readonly moveTo: (index: number) => void;
  /** Rows came and went: the keyboard's row is the same incident as before. */
  readonly follow: (moved: RowsMoved) => void;
  /** The keyboard's row is the topmost one until it is moved. */
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface Place {
  /** Of the open incident in the list. */
  readonly position: number | null | undefined;
  readonly order: ListOrder;
}

/** One row of a list is the keyboard's; one incident is open. Arrows move both, Enter opens, Escape closes. */
export function useSelection(rows: IncidentRows, virtual: VirtualRows, place: Place): Selection {
  const { view, patch } = useView();
  const openId = view.incident;
  const [awaited, setAwaited] = useState<number | null>(null);
  const { active, setActive, announce } = useActiveRow(openId, place, virtual.revealAmid, awaited !== null);
  useStartOver(openId, place.order, virtual.toTop, setActive);

  const openNext = useCallback(
    (incident: IncidentSummary) => {
      announce(incident.id);
      patch({ incident: incident.id }, { replace: true });
    },
    [announce, patch],
  );
  const moveTo = (index: number) => {
    setActive(index);
    virtual.reveal(index);
    if (openId === undefined) return;
    const incident = rows.rowAt(index);
    if (incident) openNext(incident);
    setAwaited(incident ? null : index);
  };
  const reached = awaited === null ? undefined : rows.rowAt(awaited);
  useEffect(() => {
    if (!reached) return;
    setAwaited(null);
    openNext(reached);
  }, [reached, openNext]);

  const open = (incident: IncidentSummary, index: number) => {
    setActive(index);
    if (incident.id === openId) return;
    announce(incident.id);
    patch({ incident: incident.id }, { replace: openId !== undefined });
  };
  const close = () => {
    patch({ incident: undefined });
    virtual.scrollRef.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const key = pressedKey(event, 'rowStep', 'rowPage', 'rowEnd');
    const next = key && stepIndex(key, active, virtual.listed, virtual.pageRows);
    const incident = active === null ? undefined : rows.rowAt(active);
    if (next !== null) moveTo(next);
    else if (pressedKey(event, 'rowOpen') && incident && active !== null) open(incident, active);
    else if (pressedKey(event, 'rowClose') && openId !== undefined) close();
    else return;
    event.preventDefault();
  };
  const step = (by: 1 | -1) => {
    const next = stepIndex(by === 1 ? 'ArrowDown' : 'ArrowUp', active, virtual.listed, 1);
    if (next !== null) moveTo(next);
  };
  const onFocus = () => {
    if (active === null && virtual.listed > 0) setActive(virtual.firstVisible);
  };
  const follow = useCallback(
    ({ placeOf }: RowsMoved) => setActive((row) => (row === null ? null : placeOf(row))),
    [setActive],
  );
  return { openId, active, open, step, close, moveTo: setActive, follow, onFocus, onKeyDown };
}

/**
 * The keyboard's row. It follows the URL (Back, a click on the map) and the list's order, but not the echo of its own
 * steps: while a key is held down, the URL is a few steps behind.
 */
function useActiveRow(openId: string | undefined, place: Place, reveal: (index: number) => void, waiting: boolean) {
  const { position, order } = place;
  const [active, setActive] = useState<number | null>(null);
  const announced = useRef<string[]>([]);
  const announce = useCallback((id: string) => void announced.current.push(id), []);
  const shown = useRef<{ id: string; order: ListOrder } | null>(null);
  useEffect(() => {
    if (openId === undefined || position === null || position === undefined || waiting) return;
    const isEcho = announced.current.includes(openId) && announced.current.at(-1) !== openId;
    if (isEcho) return;
    announced.current = [];
    setActive(position);
    if (shown.current?.id === openId && shown.current.order === order) return;
    shown.current = { id: openId, order };
    reveal(position);
  }, [openId, position, order, reveal, waiting]);
  return { active, setActive, announce };
}

/** Another list begins at its top, unless a record is open: then its row is shown. */
function useStartOver(
  openId: string | undefined,
  order: ListOrder,
  toTop: () => void,
  setActive: (active: null) => void,
): void {
  const before = useRef(order);
  useEffect(() => {
    if (before.current === order) return;
    before.current = order;
    if (openId !== undefined) return;
    setActive(null);
    toTop();
  }, [openId, order, toTop, setActive]);
}
