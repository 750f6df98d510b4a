import styles from './Sparkline.module.css';

const WIDTH = 64;
const HEIGHT = 22;
const GAP = 4;

/** One bar per value, oldest first, the last one accented; `label` says the same in words. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const largest = Math.max(...values, 0);
  const width = (WIDTH - GAP * (values.length - 1)) / Math.max(values.length, 1);
  return (
    <svg
      className={styles.sparkline}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {values.map((value, index) => {
        const height = largest > 0 ? Math.max((value / largest) * HEIGHT, value > 0 ? 3 : 1.5) : 1.5;
        return (
          <rect
            key={index}
            className={index === values.length - 1 ? styles.now : undefined}
            x={index * (width + GAP)}
            y={HEIGHT - height}
            width={width}
            height={height}
            rx={1.5}
          />
        );
      })}
    </svg>
  );
}
