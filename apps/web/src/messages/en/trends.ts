export const trends = {} as const;
