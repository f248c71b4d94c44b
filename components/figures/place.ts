/** Where numbers and times are read: the workspace's language and zone. */
export type Place = {
  /** BCP 47. */
  locale: string;
  /** IANA. */
  zone: string;
  /** 1 = Monday … 7 = Sunday; Monday when left out. */
  weekStartsOn?: number;
};
