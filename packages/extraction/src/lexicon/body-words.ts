import { createPhraseIndex } from '../phrase-index.ts';

/** What says of somebody who was found dead that he was killed. They overlap with words of acts: "was shot dead". */
export const WOUNDS = createPhraseIndex(
  [
    'been shot|shot dead|was shot|were shot|shot in the|shot several times|shot multiple times|shot from|bullet|bullets|gunshot|gunshots',
    'throat slit|throats slit|slit throat|throat cut|throat was slit|throat was cut|beheaded|decapitated|strangled|stabbed|stab wounds',
    'signs of torture|marks of torture|torture marks|tortured|mutilated|hands tied|hands and feet tied|blindfolded',
    'been killed|been murdered|was murdered|were murdered|was killed|were killed|murdered',
    'تشدد زدہ|گولیوں|گولیاں مار|گولی مار|گلا کاٹ|گلا کٹی|تشدد کے نشانات|قتل|ہاتھ بندھے',
  ].flatMap((phrases) => phrases.split('|').map((phrase) => [phrase, true] as const)),
);

/** What says of a body that it is the news. */
export const FOUND = /^(found|recovered|discovered|retrieved|dumped|thrown|lying|spotted|برآمد|ملی|ملیں|ملا|ملنے)$/;
