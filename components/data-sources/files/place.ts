/** Where and for whom numbers and times are written. */
export type Place = { zone: string; locale: string };
