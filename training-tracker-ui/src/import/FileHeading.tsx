import { useEffect, useRef } from 'react';

/** The heading of a step; the focus goes to it, for the button that led here is gone. */
export function FileHeading({ id, children }: { id: string; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
