/**
 * What the outbox carries: something that has happened, for webhooks, live screens and statistics.
 * `kind` is `<word>.<verb in the past>`; `facts` hold what is needed to tell it, never more about a person
 * than that.
 */
export interface Signal {
  readonly kind: `${string}.${string}`;
  readonly aboutId: string;
  readonly customerId?: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}
