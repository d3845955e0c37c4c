import type { ReactNode } from 'react';

/** An invoice as it is shown: every text is formatted, so that it stands the same in both apps. */
export interface InvoicePaperProps {
  readonly label: string;
  readonly parties: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** When it was issued, when it is due. */
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly heads: {
    readonly lines: string;
    readonly what: string;
    readonly quantity: string;
    readonly price: string;
    readonly tax: string;
    readonly amount: string;
  };
  readonly lines: readonly InvoicePaperLine[];
  readonly sums: readonly InvoicePaperSum[];
}

export interface InvoicePaperLine {
  readonly key: string;
  readonly what: ReactNode;
  readonly quantity: string;
  readonly price: string;
  readonly tax: string;
  readonly amount: string;
}

export interface InvoicePaperSum {
  readonly key: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly amount: string;
  readonly strong?: boolean | undefined;
}

/** The parties, the lines and the totals; on a phone a line is its text and its amount. */
export function InvoicePaper({ label, parties, facts, heads, lines, sums }: InvoicePaperProps) {
  return (
    <article className="paper" aria-label={label}>
      <div className="paper__parties">
        {parties.map((party) => (
          <Party key={party.title} {...party} />
        ))}
        <dl className="paper__facts">
          {facts.map(({ title, value }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <table className="paper__lines">
        <caption className="sr">{heads.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.what}</th>
            {[heads.quantity, heads.price, heads.tax, heads.amount].map((title) => (
              <th key={title} scope="col" className="n">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, what, quantity, price, tax, amount }) => (
            <tr key={key}>
              <td>{what}</td>
              <td className="n">{quantity}</td>
              <td className="n">{signed(price)}</td>
              <td className="n">{tax}</td>
              <td className="n">{signed(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Sums of={sums} />
    </article>
  );
}

function Party({ title, lines }: InvoicePaperProps['parties'][number]) {
  const [name, ...others] = lines;
  return (
    <div>
      <p className="small muted">{title}</p>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      {others.map((line) => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
  );
}

function Sums({ of }: { readonly of: readonly InvoicePaperSum[] }) {
  return (
    <dl className="paper__sums">
      {of.map(({ key, name, note, amount, strong }) => (
        <div key={key} className={strong === true ? 'strong' : undefined}>
          <dt>
            {name}
            {note === undefined ? null : <small>{note}</small>}
          </dt>
          <dd>{signed(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

const signed = (amount: string): ReactNode => <bdi dir="ltr">{amount}</bdi>;
