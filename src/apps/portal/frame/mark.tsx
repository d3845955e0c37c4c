/** The product's mark, until the operator gives a logo. */
export const Mark = () => (
  <svg className="p-mark" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <rect className="p-mark__plate" width="28" height="28" rx="7" />
    <path className="p-mark__line" d="M8.5 6.5v15M19.5 6.5v15M8.5 14.5c1.8-2 3.7-2 5.5 0s3.7 2 5.5 0" />
  </svg>
);
