import type { Draft } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fileIncident } from '../../lib/api/editing.ts';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import { incidentDraft } from '../../lib/record-parts/incident-draft.ts';
import { ActionBar } from './action-bar.tsx';
import { DraftKeeper, type DraftStart } from './drafts/draft-keeper.ts';
import type { DraftShelf } from './drafts/draft-shelf.ts';
import { DuplicateWarning } from './duplicate-warning.tsx';
import classes from './editor.module.css';
import type { FilingApi } from './file-once.ts';
import { FormContext } from './form-context.ts';
import { FormStore } from './form-store.ts';
import { IncidentForm } from './incident-form.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { PlaceMap } from './place/place-map.tsx';
import type { PlaceOrigin } from './sections/where-section.tsx';
import { UnsavedBanner } from './unsaved-banner.tsx';
import { useLeaving } from './use-leaving.ts';
import { useSaving } from './use-saving.ts';
import { draftToForm } from './values/draft-to-form.ts';
import { ConflictView } from './versions/conflict-view.tsx';

/** Shows a record beside the form. */
export type RenderBeside = (id: string | null, onClose: () => void) => ReactNode;

interface EditorProps {
  readonly heading: string;
  /** What stands above the fields: drafts that wait, for one. */
  readonly intro: ReactNode;
  /** The record that is changed; null for a new one. */
  readonly id: string | null;
  /** How a new one is filed, if not by itself. */
  readonly file?: FilingApi['file'];
  readonly start: DraftStart;
  readonly shelf: DraftShelf;
  readonly renderBeside: RenderBeside;
  /** Null where nothing was changed. */
  readonly onSaved: (record: IncidentDetail | null) => void;
  readonly onBack: () => void;
}

/** One record in a form: what is typed is kept as it is typed, and saved as a whole. */
export function Editor({
  file = fileIncident,
  heading,
  id,
  intro,
  onBack,
  onSaved,
  renderBeside,
  shelf,
  start,
}: EditorProps) {
  const [store] = useState(() => new FormStore(start.values, { withReason: id !== null }));
  const [keeper] = useState(() => new DraftKeeper(shelf, store, start));
  useFollow(keeper);
  const kept = useSyncExternalStore(keeper.subscribe, keeper.read);
  const leaving = useLeaving(() => keeper.read().dirty);
  const form = useRef<HTMLFormElement>(null);
  const focusFault = () => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const { closeConflict, conflict, saving } = useSaving({
    id,
    file,
    store,
    keeper,
    onRefused: focusFault,
    onSaved: (record) => leaving.pass(() => onSaved(record)),
  });
  const save = () => {
    if (saving.isPending) return;
    const checked = store.attempt();
    if (checked.ok) saving.mutate(checked.draft);
    else focusFault();
  };
  const resolve = (merged: Draft, andSave: boolean) => {
    if (!conflict) return;
    const { theirs } = conflict;
    const { reason } = store.values();
    const base = start.base && { version: theirs.version, draft: incidentDraft(theirs) };
    if (base) keeper.rebase(base, draftToForm(base.draft));
    store.replace({ ...draftToForm(merged), reason });
    closeConflict();
    if (andSave) save();
  };
  const [besideId, setBesideId] = useState<string | null>(null);
  const closeBeside = () => setBesideId(null);
  useEditorKeys({ onSave: save, onEscape: besideId === null ? onBack : closeBeside, isAsking: leaving.isAsking });
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false });
  const [origin, setOrigin] = useState<PlaceOrigin>('typed');
  const map = (
    <div className={classes.map}>
      <PlaceMap onPicked={() => setOrigin('map')} />
    </div>
  );
  const duplicates = <DuplicateWarning except={id} openId={besideId} onOpen={setBesideId} />;
  const isResolving = conflict !== null && keeper.base !== null;
  return (
    <FormContext value={store}>
      <div className={classes.page}>
        {isResolving && keeper.base && (
          <div className={classes.resolving}>
            <ConflictView
              base={keeper.base}
              mine={conflict.mine}
              theirs={conflict.theirs}
              isSaving={saving.isPending}
              onResolve={resolve}
            />
          </div>
        )}
        <div className={classes.columns} hidden={isResolving}>
          <div className={classes.fields}>
            <h2>{heading}</h2>
            {intro}
            {saving.error && <UnsavedBanner error={saving.error} isPending={saving.isPending} onRetry={save} />}
            <IncidentForm
              ref={form}
              onSave={save}
              origin={origin}
              onOrigin={setOrigin}
              withReason={id !== null}
              inPlace={wide ? null : { map, duplicates }}
            />
          </div>
          <div className={classes.side} hidden={!wide}>
            {wide && map}
            {wide && <div className={classes.duplicates}>{duplicates}</div>}
            {renderBeside(besideId, closeBeside)}
          </div>
        </div>
        {!isResolving && (
          <ActionBar isNew={id === null} kept={kept} isSaving={saving.isPending} onSave={save} onBack={onBack} />
        )}
      </div>
      {leaving.isAsking && (
        <LeaveQuestion
          isKept={!kept.failed}
          onStay={leaving.stay}
          onLeave={leaving.leave}
          onDiscard={() => {
            keeper.discard();
            leaving.leave();
          }}
        />
      )}
    </FormContext>
  );
}

function useFollow(keeper: DraftKeeper): void {
  useEffect(() => {
    const stop = keeper.follow();
    const keep = () => keeper.keep();
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      stop();
    };
  }, [keeper]);
}

/** A field whose list of choices is open. */
const OPEN_LIST = '[aria-haspopup=listbox][aria-expanded=true]';

interface EditorKeys {
  readonly onSave: () => void;
  readonly onEscape: () => void;
  readonly isAsking: boolean;
}

/** One key saves, wherever the focus is; one goes back, unless it closes something that is open. */
function useEditorKeys({ isAsking, onEscape, onSave }: EditorKeys): void {
  useKeys({
    formSave: () => {
      if (!isAsking) onSave();
    },
    formBack: (_, { target }) => {
      const closesList = target instanceof Element && target.matches(OPEN_LIST);
      if (!isAsking && !closesList && document.querySelector('[role=dialog]') === null) onEscape();
      return false;
    },
  });
}
