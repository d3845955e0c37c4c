/** The address of a list with one of its rows open, and all else of the address as it is. */
export function hrefOfOpen(id: string): string {
  const params = new URLSearchParams(location.search);
  params.set('open', id);
  return `${location.pathname}?${params}`;
}
