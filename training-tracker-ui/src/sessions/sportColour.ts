import { isRide } from '@/training/pace';

/** Decoration beside the sport's name: colours that colour-blind people tell apart (after Okabe and Ito). */
export type SportColour = 'blue' | 'orange' | 'sky' | 'green' | 'pink' | 'grey';

export function sportColour(sport: string | null | undefined): SportColour {
  if (sport == null || sport === '') return 'grey';
  if (/run|lauf|hardlopen/i.test(sport)) return 'blue';
  if (isRide(sport)) return 'orange';
  if (/swim|schwimm|zwem/i.test(sport)) return 'sky';
  return (sport.charCodeAt(0) + sport.length) % 2 === 0 ? 'green' : 'pink';
}
