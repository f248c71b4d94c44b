/** Nothing in a picture runs, also where it is opened as a page of its own. */
export const PICTURE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
