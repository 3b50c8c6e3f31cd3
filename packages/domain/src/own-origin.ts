/** The origin of what the portfolio brings and of what people write here. */
export const OWN_ORIGIN = 'corridor-watch';

/** Whether records of an origin are another's, who says which of them are of one event. Capital letters are as small ones. */
export function isForeignOrigin(origin: string): boolean {
  return origin.trim().toLowerCase() !== OWN_ORIGIN;
}
