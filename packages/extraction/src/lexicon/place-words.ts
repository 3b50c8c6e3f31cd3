import { wordSet } from './word-set.ts';

/** Before the place where something happened. */
export const IN = wordSet('in at on inside outside within across of through');
/** Between such a word and the name. */
export const PLACE_ADJECTIVES = wordSet('the neighbouring nearby adjoining adjacent restive troubled volatile');
/** Before the place that something happened near to. */
export const NEAR = wordSet('near around close nearby outskirts between towards toward قریب نزدیک');
/** After the name in Urdu: "in", "at". */
export const IN_AFTER = wordSet('میں پر');
/** After the name in Urdu, before what is of it, */
export const OF_AFTER = wordSet('کے کی کا');
/** or where that is a part of it: "کے علاقے", */
export const PART_AFTER = wordSet(
  'علاقے علاقہ علاقوں قریب نزدیک نواح نواحی مضافات مضافاتی ضلع تحصیل سب شہر قصبے گاؤں محلے بازار مقام حدود وادی یونین مرکزی سرحدی ایک مختلف کئی دور جنوب شمال مشرق مغرب صنعتی ساحلی پہاڑی دیہی اندر پاس',
);
/** or somebody who comes from it: "کے رہائشی". */
export const ORIGIN_AFTER = wordSet('رہائشی رہائشیوں رہنے باشندے باشندہ باشندوں مزدور مزدوروں مکین');
/** Before "of" and the place that somebody is from. */
export const ORIGIN_OF = wordSet('resident residents native natives inhabitant inhabitants');
/** Before a place that somebody or something comes from or goes to. */
export const FROM_OR_TO = wordSet('from to for via bound');
/** Where a name is part of the name of an office or person, or says who speaks. */
export const OFFICE_AFTER = wordSet(
  'police high court university hospital government chief minister ministers ministry ctd bound based assembly secretary governor express mail stock exchange electric board bench medical trauma declaration club united kings qalandars zalmi gladiators based حکومت پولیس ہائیکورٹ یونیورسٹی ہسپتال اسپتال',
);
/** After "police" it is no office but where it sits. */
export const POLICE_SITES = wordSet('station post checkpost checkpoint check lines');
/** After two names that it joins: a road is at neither of its ends. */
export const ROAD_AFTER = wordSet('highway motorway road route railway track section expressway شاہراہ');
/** Between a road's name and the word for it. */
export const ROAD_KINDS = wordSet('national main coastal قومی');
/** Where the wounded and the dead are taken to, and where others speak: before "in" and a place. */
export const CARE = wordSet(
  'hospital hospitals morgue centre center mortuary funeral funerals succumbed expired mission consulate embassy headquarters buried laid treatment',
);
/** Before "at" and a place where a train or bus had to wait for what was elsewhere. */
export const HALTED = wordSet('stopped held halted stranded parked');
/** Who tells of it from a place: "hospital officials in Quetta said". */
export const TELLERS = wordSet('officials official doctors doctor police sources authorities spokesman spokesperson');
export const TITLE_BEFORE = wordSet(
  'mr mrs ms dr general colonel major captain justice senator president sardar mir malik',
);
/** After the name of a place of which it is a part. */
export const AREA_WORDS = wordSet(
  'area town city tehsil bazaar bazar village district neighbourhood region division road locality',
);
