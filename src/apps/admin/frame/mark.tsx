/** The house's mark in the accent's colours. */
export function Mark() {
  return (
    <svg className="mark-of-house" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="7" className="mark-of-house__ground" />
      <path
        d="M8.5 6.5v15M19.5 6.5v15M8.5 14.5c1.8-2 3.7-2 5.5 0s3.7 2 5.5 0"
        className="mark-of-house__line"
      />
    </svg>
  );
}
