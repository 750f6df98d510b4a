import { useEffect, useState } from 'react';
import { today, type Day } from '@/training/days';

const LOOK_MS = 30_000;

/** The user's own calendar day; a page left open over midnight goes on with the next one. */
export function useToday(): Day {
  const [day, setDay] = useState(() => today());
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return day;
}
