import { z } from 'zod';

/** A named address of the dashboard: path and search part. */
const savedViewSchema = z.object({
  name: z.string().min(1).max(100),
  address: z.string().regex(/^\/(?!\/)/, 'a path of this site'),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const STORAGE_KEY = 'corridor-watch.views';

type ViewStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Views kept in this browser. What cannot be read counts as absent: it may be from another version. */
export function readSavedViews(storage: ViewStorage): readonly SavedView[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(STORAGE_KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry) => {
      const result = savedViewSchema.safeParse(entry);
      return result.success ? [result.data] : [];
    });
  } catch {
    return [];
  }
}

/** Whether the browser kept them: it may be out of room, or told to keep nothing. */
export function writeSavedViews(storage: ViewStorage, views: readonly SavedView[]): boolean {
  try {
    storage.setItem(STORAGE_KEY, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}

/** The views with one added in front; a view of the same name is replaced. */
export function addSavedView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [view, ...views.filter(({ name }) => name !== view.name)];
}
