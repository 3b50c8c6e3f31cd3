import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { GUESSED_BYTES, type Guess, guessMapping } from '../../lib/api/import-mappings.ts';
import { importsQuery } from '../../lib/api/imports.ts';
import { uploadFile } from '../../lib/api/upload-file.ts';
import { randomKey } from '../../lib/random-key.ts';
import { keepUploaded } from './uploaded-files.ts';

/** How far a chosen file is. */
type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'unmapped'; readonly guess: Guess }
  | { readonly kind: 'uploading'; readonly part: number }
  | { readonly kind: 'uploaded'; readonly id: number }
  | { readonly kind: 'refused'; readonly reason: string };

export interface ChosenFile {
  readonly key: string;
  readonly file: File;
  /** Whether it was chosen alone: then its import is followed. */
  readonly isAlone: boolean;
  /** Null until it was told. */
  readonly format: string | null;
  readonly stage: Stage;
}

/**
 * Files that somebody chose: each is looked at, and uploaded where no mapping is needed first. `onUploaded` is told the
 * import of one that was chosen alone.
 */
export function useChosenFiles(onUploaded: (id: number) => void) {
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);
  const change = (key: string, changes: Partial<ChosenFile>) =>
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const refuse = (key: string, error: unknown) =>
    change(key, { stage: { kind: 'refused', reason: error instanceof Error ? error.message : String(error) } });

  const upload = async ({ file, isAlone, key }: ChosenFile, mapping: string | null) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    change(key, { stage: { kind: 'uploading', part: 0 } });
    try {
      const onProgress = (part: number) => change(key, { stage: { kind: 'uploading', part } });
      const { id } = await uploadFile({ file, mapping, onProgress, signal: abort.signal });
      if (mapping !== null) keepUploaded(id, file);
      change(key, { stage: { kind: 'uploaded', id } });
      await queryClient.invalidateQueries({ queryKey: importsQuery.queryKey });
      if (isAlone) onUploaded(id);
    } catch (error) {
      if (!abort.signal.aborted) refuse(key, error);
    } finally {
      aborts.current.delete(key);
    }
  };
  const look = async (chosen: ChosenFile) => {
    const { file, key } = chosen;
    try {
      // A workbook that is too large to be looked at is told by the server once it is there.
      if (/\.xlsx$/i.test(file.name) && file.size > GUESSED_BYTES) return await upload(chosen, null);
      const guess = await guessMapping(file);
      change(key, { format: guess.format });
      if (guess.needsMapping) change(key, { stage: { kind: 'unmapped', guess } });
      else await upload(chosen, null);
    } catch (error) {
      refuse(key, error);
    }
  };
  return {
    files,
    upload,
    choose: async (chosen: readonly File[]) => {
      const isAlone = chosen.length === 1 && files.length === 0;
      const added = chosen.map(
        (file): ChosenFile => ({ key: randomKey(), file, isAlone, format: null, stage: { kind: 'looking' } }),
      );
      setFiles((before) => [...before, ...added]);
      // One after the other: the server takes few uploads at once.
      for (const one of added) await look(one);
    },
    remove: (key: string) => {
      aborts.current.get(key)?.abort();
      setFiles((before) => before.filter((one) => one.key !== key));
    },
  };
}
