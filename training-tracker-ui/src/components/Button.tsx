import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'primary' | 'normal' | 'quiet' | 'danger';
  icon?: IconName;
  /** Only the icon is drawn; the label is its name for those who do not see it. */
  iconOnly?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({
  kind = 'normal',
  icon,
  iconOnly,
  children,
  className,
  type = 'button',
  ...rest
}: Props) {
  const classes = [styles.button, styles[kind], iconOnly ? styles.iconOnly : '', className ?? ''];
  return (
    <button
      {...rest}
      type={type}
      className={classes.filter(Boolean).join(' ')}
      {...(iconOnly ? { 'aria-label': iconOnly, title: iconOnly } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
