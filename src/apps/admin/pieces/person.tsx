import { NameText } from '../../../kit/plain/index.ts';

/** Who it is, with the address that tells people of one name apart. */
export const Person = ({ of }: { readonly of: { readonly name: string; readonly email: string } }) => (
  <span className="two">
    <b>
      <NameText>{of.name}</NameText>
    </b>
    <span className="muted small">
      <bdi>{of.email}</bdi>
    </span>
  </span>
);
