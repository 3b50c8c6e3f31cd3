import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { Faults, FormStore } from './form-store.ts';
import { sentence, useFaultWords } from './use-fault-words.ts';
import type { FormValues } from './values/form-values.ts';

export const FormContext = createContext<FormStore | null>(null);

export function useFormStore(): FormStore {
  const store = use(FormContext);
  if (!store) throw new Error('useFormStore needs a FormContext above it');
  return store;
}

/** A part of the form and how to change it. */
export function usePart<K extends keyof FormValues>(part: K): readonly [FormValues[K], (next: FormValues[K]) => void] {
  const store = useFormStore();
  const value = useSyncExternalStore(store.subscribe, () => store.values()[part]);
  const change = useCallback((next: FormValues[K]) => store.set(part, next), [store, part]);
  return [value, change];
}

export function useFaults(): Faults {
  const store = useFormStore();
  return useSyncExternalStore(store.subscribe, store.faults);
}

/** What a field of the form has in common with all others: a place to lead to, and what is wrong with it. */
export function useFieldProps(path: string) {
  const store = useFormStore();
  const fault = useSyncExternalStore(store.subscribe, () => store.faults().get(path));
  const words = useFaultWords();
  return { id: fieldId(path), error: fault && sentence(words(fault)) };
}

export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}
