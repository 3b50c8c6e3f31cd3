import type { EventType, Severity, SubEventType } from './taxonomy.ts';

/** What decides an incident's severity. Counts are best estimates without attackers; null is unknown. */
export interface SeverityInput {
  readonly eventType: EventType;
  readonly subEventType: SubEventType;
  readonly killed: number | null;
  readonly wounded: number | null;
  readonly abducted: number | null;
}

/**
 * Severity 1 to 5, the product's own scale:
 * 5 extreme: 20 or more killed; 4 severe: 5 or more killed, or 20 or more wounded; 3 serious: anyone killed or
 * abducted, or 5 or more wounded; 2 minor: anyone wounded, or an armed attack, explosion or violent riot without
 * casualties; 1 notable: the rest. An unknown toll counts as none, so severity is a lower bound.
 */
export function severityOf(input: SeverityInput): Severity {
  const killed = input.killed ?? 0;
  const wounded = input.wounded ?? 0;
  if (killed >= 20) return 5;
  if (killed >= 5 || wounded >= 20) return 4;
  if (killed > 0 || (input.abducted ?? 0) > 0 || wounded >= 5) return 3;
  return wounded > 0 || isArmed(input) ? 2 : 1;
}

function isArmed({ eventType, subEventType }: SeverityInput): boolean {
  return (
    eventType === 'Explosions/Remote violence' ||
    eventType === 'Battles' ||
    (eventType === 'Violence against civilians' && subEventType === 'Attack') ||
    (eventType === 'Riots' && subEventType === 'Violent demonstration')
  );
}
