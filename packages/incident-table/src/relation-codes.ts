/** How a place lies to a ring or an area, as a number that grows with certainty. */
export const OUTSIDE = 0;
export const POSSIBLE = 1;
export const INSIDE = 2;
/** How many there are. */
export const RELATIONS = 3;
