// What a write means for lists that are loaded already, so that a long one need not be fetched again.
import type { InfiniteData } from '@tanstack/react-query';
import type { Session, SessionCursorPage, SessionFilter } from '@/api/types';

export type Pages = InfiniteData<SessionCursorPage, string | null>;

/** The order of the log: newest first, equal days by id. */
function isBefore(one: Session, other: Session): boolean {
  return one.date === other.date ? one.id < other.id : one.date > other.date;
}

/** Whether the server would list the session under this filter. */
export function fits(session: Session, filter: SessionFilter): boolean {
  if (filter.athleteId && session.athlete_id !== filter.athleteId) return false;
  if (filter.sport && session.sport !== filter.sport) return false;
  if (filter.startDate && session.date < filter.startDate) return false;
  if (filter.endDate && session.date > filter.endDate) return false;
  if (!filter.text) return true;
  const wanted = filter.text.toLowerCase();
  return [session.notes, session.sport, session.athlete_name].some((text) =>
    text?.toLowerCase().includes(wanted),
  );
}

/** The pages without the session. */
export function withoutSession(pages: Pages, id: string): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) =>
      page.data.some((session) => session.id === id)
        ? { ...page, data: page.data.filter((session) => session.id !== id) }
        : page,
    ),
  };
}

/** The pages with the session in its place; not at all where it does not fit, or lies beyond what is loaded. */
export function withSession(pages: Pages, session: Session, filter: SessionFilter): Pages {
  const rest = withoutSession(pages, session.id);
  if (!fits(session, filter)) return rest;
  const last = rest.pages.length - 1;
  const target = rest.pages.findIndex((page, index) => {
    const end = page.data.at(-1);
    if (index === last && !page.pagination.hasMore) return true;
    return end !== undefined && isBefore(session, end);
  });
  if (target < 0) return rest;
  return {
    ...rest,
    pages: rest.pages.map((page, index) => {
      if (index !== target) return page;
      const place = page.data.findIndex((other) => isBefore(session, other));
      const at = place < 0 ? page.data.length : place;
      return { ...page, data: [...page.data.slice(0, at), session, ...page.data.slice(at)] };
    }),
  };
}
