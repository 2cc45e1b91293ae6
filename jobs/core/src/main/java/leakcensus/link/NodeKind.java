package leakcensus.link;

/** What a node of the identity graph stands on, strongest first. */
public enum NodeKind {
  /** All mentions with one valid national id. */
  NATIONAL_ID,
  /** Mentions without such an id that share a valid e-mail, the name and the birth date. */
  EMAIL,
  /** Mentions without either that share a valid phone, the name and the birth date. */
  PHONE,
  /** Mentions without any valid identifier whose fields are all the same. */
  CONTENT
}
