import { Badge, Badges, usePhrase } from '../../../../kit/plain/index.ts';

export interface FiveFacts {
  readonly standing: 'member' | 'contact';
  readonly frozen: boolean;
  readonly suspended: boolean;
  readonly archived: boolean;
  readonly portalAccess: boolean;
}

/** Standing first, then the restrictions, side by side and never merged (CUS-6); each leads to its cause. */
export function CustomerBadges({
  of,
  small = false,
  hrefOf,
  frozenText,
  owed,
}: {
  readonly of: FiveFacts;
  readonly small?: boolean;
  readonly hrefOf?: (tab: string) => string;
  /** "1 of 2 contracts frozen until 3 Dec" */
  readonly frozenText?: string | undefined;
  /** "€120.00 overdue" */
  readonly owed?: string | undefined;
}) {
  const phrase = usePhrase();
  const link = (tab: string) => hrefOf?.(tab);
  return (
    <Badges>
      <Badge state={of.standing} small={small} href={link('contracts')} />
      {of.frozen || frozenText !== undefined ? (
        <Badge state="frozen" small={small} href={link('contracts')}>
          {frozenText}
        </Badge>
      ) : null}
      {of.suspended ? <Badge state="suspended" small={small} href={link('timeline')} /> : null}
      {of.portalAccess ? null : <Badge state="noPortalAccess" small={small} href={link('timeline')} />}
      {of.archived ? <Badge state="archived" small={small} href={link('timeline')} /> : null}
      {owed === undefined ? null : (
        <Badge state="overdue" small={small} href={link('invoices')}>
          {owed}
        </Badge>
      )}
      <span className="sr">{phrase('admin-customers.sideBySide')}</span>
    </Badges>
  );
}
