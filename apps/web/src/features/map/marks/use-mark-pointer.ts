import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useMapPointer } from '../../../components/base-map/index.ts';
import { type MarkTarget, targetAt } from './mark-target.ts';
import classes from './marks.module.css';

interface MarkPointer {
  readonly targets: readonly MarkTarget[];
  readonly active: boolean;
  readonly onHover: (target: MarkTarget | null) => void;
  readonly onOpen: (target: MarkTarget) => void;
}

/**
 * Pointer events on the canvas of marks, found by place on the map's own element: where there is no mark, what lies
 * below hears them. Handles that are drawn above the marks go first.
 */
export function useMarkPointer(pointer: MarkPointer): void {
  const map = useMap();
  const { down, isClick, at } = useMapPointer();
  const latest = useRef(pointer);
  useEffect(() => {
    latest.current = pointer;
  });
  const { active } = pointer;
  useEffect(() => {
    if (!active) return;
    const container = map.getContainer();
    let hovered: string | null = null;
    const find = (event: MouseEvent): MarkTarget | null => {
      const above = event.target instanceof Node && map.getPane('drawing')?.contains(event.target);
      return above ? null : targetAt(latest.current.targets, at(event));
    };
    const hover = (target: MarkTarget | null) => {
      container.classList.toggle(classes.overMark ?? '', target !== null);
      if (hovered === (target?.key ?? null)) return;
      hovered = target?.key ?? null;
      latest.current.onHover(target);
    };
    const onMove = (event: PointerEvent) => {
      const target = event.pointerType === 'touch' || event.buttons > 0 ? null : find(event);
      hover(target);
      if (target) event.stopPropagation();
    };
    const onOver = (event: PointerEvent) => {
      if (find(event)) event.stopPropagation();
    };
    const onLeave = () => hover(null);
    const onClick = (event: MouseEvent) => {
      const target = isClick(event) ? find(event) : null;
      if (!target) return;
      event.stopPropagation();
      hover(null);
      latest.current.onOpen(target);
    };
    const capture = { capture: true };
    container.addEventListener('pointerdown', down, capture);
    container.addEventListener('pointermove', onMove, capture);
    container.addEventListener('pointerover', onOver, capture);
    container.addEventListener('click', onClick, capture);
    container.addEventListener('pointerleave', onLeave);
    return () => {
      container.removeEventListener('pointerdown', down, capture);
      container.removeEventListener('pointermove', onMove, capture);
      container.removeEventListener('pointerover', onOver, capture);
      container.removeEventListener('click', onClick, capture);
      container.removeEventListener('pointerleave', onLeave);
      hover(null);
    };
  }, [map, active, down, isClick, at]);
}
