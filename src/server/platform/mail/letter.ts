/** A mail as a verb writes it: both forms, in the receiver's language, all names escaped in the HTML one. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly plainText: string;
  readonly html: string;
  readonly language: string;
  readonly attachments?: readonly Attachment[];
  readonly aboutId?: string;
  /** Its link signs the reader in or sets a password: in the outbox only owners read it. */
  readonly opensAccount?: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}
