/** The product's sign: a way from one place to another. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--cw-text)" />
      <path
        d="M4.8 14.8C5.5 9 14 11.5 15 5"
        fill="none"
        stroke="var(--cw-surface)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <circle cx="4.9" cy="14.7" r="1.9" fill="var(--cw-surface)" />
      <circle cx="15" cy="5.2" r="1.9" fill="var(--cw-surface)" />
    </svg>
  );
}
